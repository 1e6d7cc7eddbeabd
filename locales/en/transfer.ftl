# Out and in, in bulk.
csv-link = Download (CSV)
import-link = Import people

column-identifier = Identifier
column-name = Name
column-given = Given name
column-family = Family name
column-honorific = Honorific
column-description = Description
column-title = Title
column-function = Function
column-body = Body
column-manager = Manager
column-contract = Contract
column-contract-words = Contract in words
column-begins = Start
column-ends = End
column-period = Period
column-duration = Duration
column-affiliation = Organisation
column-email = Email
column-phone = Phone
column-place = Place
column-summary = Summary
column-state-words = State in its words
column-state-at = Date of the state

data-title = Data
data-deck = The whole content in one file: to keep, to read, or to take elsewhere.
data-link = Export, import
data-out = Download
data-out-what = One file per page, in a folder per section, and the former addresses. No accounts, no history, no drafts and no planned publications.
data-out-do = Download everything
data-out-note = It is one moment: whatever others save during the download is not in it by half. The same on the command line: portail export.
data-in = Import
data-file = Archive or page
data-file-hint = A .tar.gz, a .tar or one page as .toml, { $count } MB at most. Beyond: portail import, on the command line.
data-kind = Section
data-kind-hint = For a single .toml page; an archive says it by its folders.
data-kind-none = that of the folders
data-in-do = See what it would change
data-in-note = Nothing is imported before you have seen what would be created, changed, left alone. Everything passes, or nothing does.
data-tally-wrong = { $count ->
    [one] error
   *[other] errors
}
data-aside = Left aside, as they are no pages: { $name }.
data-wrong = { $count ->
    [one] One error
   *[other] { $count } errors
}
data-wrong-file = File
data-wrong-place = Place
data-whole-file = the whole file
data-place = line { $line }, column { $column }
data-unreadable = this cannot be read ({ $name }).
data-unknown-field = this section has no field “{ $name }”.
data-created = { $count ->
    [one] One page created
   *[other] { $count } pages created
}
data-changed = { $count ->
    [one] One page changed
   *[other] { $count } pages changed
}
data-fields = { $count ->
    [one] 1 field
   *[other] { $count } fields
}
data-blocked = Nothing can pass while an error is left. Correct the files and upload them again.
data-do = { $count ->
    [one] Import this page
   *[other] Import these { $count } pages
}

import-title = Import people
import-people-deck = A table from a spreadsheet or another tool, as CSV. You will see everything before importing.
import-file = The file
import-choose = CSV file
import-limits = { $megabytes } MB and { $rows } rows at most; separator, encoding and columns are recognised.
import-paste = Or paste the table
import-paste-hint = Copied from a spreadsheet, with the row of column names.
import-pasted = Pasted table
import-preview = See what it would change
import-fields = Columns understood: { $name }.
import-empty-cells = An empty cell changes nothing: what the portal says stays.
import-waiting = Waiting
import-waiting-note = Kept for a day, for you alone.
import-deck = Nothing is imported yet. Everything passes, or nothing does.
import-another = Choose another file
import-preview-title = Preview
import-again = Read again with these settings
import-separator = Separator
separator-semicolon = semicolon
separator-comma = comma
separator-tab = tab
separator-bar = vertical bar
import-encoding = Encoding
import-head = First row
import-head-names = names of columns
import-head-person = a person already
import-contract = Contract where the file says none
import-contract-choose = The file does not say: choose one for these rows
import-contract-none = refuse these rows
import-ends = End where the cell is empty
import-ends-none = not specified
import-ends-ongoing = still ongoing
import-ends-note = An end that the portal knows already stays, and so does a duration.
import-endless = { $count ->
    [one] Of one person no end is given: their presence will not be certain after they joined.
   *[other] Of { $count } people no end is given: their presence will not be certain after they joined.
}
import-file-note = Found by reading the file. If the accents below are right, so is the encoding.
import-garbled = Some signs do not exist in this encoding. Try another.
import-columns = The columns
import-column = Column of the file
import-column-nameless = Column { $count }
import-values = First values
import-field = Field of the portal
import-field-of = Field for the column { $name }
import-column-none = do not import
import-unused = A column without a field is named here, never forgotten in silence: { $name }.
import-twins = { $count ->
    [one] One double to decide
   *[other] { $count } doubles to decide
}
import-line = Line { $count }
import-twin-known = Looks like a page of the portal: same name, or same email address.
import-twin-line = It is the person of line { $count }
import-twin-line-what = a further post
import-twin-undecided = To be decided
import-all = For all doubles
import-all-hint = What is chosen one by one stays. Of several people of one name, none is taken without you.
import-all-none = decide one by one
import-all-same = all: the same person
import-all-other = all: somebody else
import-undecided = { $count ->
    [one] One double is to be decided before the import.
   *[other] { $count } doubles are to be decided before the import.
}
import-tally-undecided = { $count ->
   *[other] to be decided
}
import-row-undecided = to be decided
import-no-names-title = No column is the one of the names.
import-no-names = Say below which one is, then read it again. If this is no table of people, throw it away.
import-above = { $count ->
    [one] One line above the names of columns is left out.
   *[other] { $count } lines above the names of columns are left out.
}
import-twin-earlier = Looks like line { $count } of the file.
import-twin-same = It is the same person
import-twin-same-what = their page is completed
import-twin-other = It is another person
import-twin-other-what = a page is created
import-twin-skip = Leave this line
import-twin-skip-what = nothing changes
import-twin-skipped = line { $count } not imported
import-would = What would be done
import-refusals = { $count ->
    [one] 1 refusal
   *[other] { $count } refusals
}
import-tally-rows = { $count ->
    [one] row
   *[other] rows
}
import-tally-created = { $count ->
    [one] created
   *[other] created
}
import-tally-changed = { $count ->
    [one] changed
   *[other] changed
}
import-tally-same = { $count ->
    [one] unchanged
   *[other] unchanged
}
import-tally-aside = { $count ->
    [one] left aside
   *[other] left aside
}
import-tally-refused = { $count ->
    [one] refused
   *[other] refused
}
import-rows = Rows of the file
import-line-column = Line
import-person = Person
import-outcome = Outcome
import-detail = Detail
import-nameless = nameless
import-row-refused = refused
import-row-created = created
import-row-changed = changed
import-row-same = unchanged
import-row-aside = left
import-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
import-note-manager = Manager “{ $name }”: their row is not imported, so neither is this line.
import-note-several = “{ $name }” is not taken: this person holds several posts, or shares one. Change it in the org chart.
import-note-function = Function “{ $name }” is not taken: the company has no such profession.
import-note-title = Function “{ $name }”: the company has no such profession, so it becomes the title of the post.
import-note-body = Body “{ $name }” is not taken: the company has no such body.
import-note-otherwise = Says otherwise than an earlier line, which said “{ $name }”: this line counts.
import-wrong-choice = “{ $name }” is not known. Write it as the portal does, or empty the cell.
import-wrong-unknown = nothing in the portal is called “{ $name }”. Make its page first, or empty the cell.
import-blocked = { $count ->
    [one] One row is refused. Correct the file and upload it again, or leave this row aside.
   *[other] { $count } rows are refused. Correct the file and upload it again, or leave these rows aside.
}
import-blocked-all = { $count ->
    [one] The only row is refused. Choose above what it lacks, or correct the file and drop it again.
   *[other] All { $count } rows are refused. Choose above what they lack, or correct the file and drop it again.
}
import-nothing = The portal says all of this already: there is nothing to import.
import-do = { $count ->
    [one] Import this row
   *[other] Import these { $count } rows
}
import-without = { $count ->
    [one] Import, and leave the refused row aside
   *[other] Import, and leave the { $count } rows aside
}
import-discard = Throw away
import-stale-title = The content has changed since the preview.
import-stale-text = Nothing was imported. This is what the import would do now: read it again, then import.

flash-imported = Imported. The history of each page shows it.
flash-upload-gone = Thrown away: nothing was imported.
flash-upload-late = This import is done, or was thrown away. Upload the file again if something is missing.

rule-archive-broken = the archive breaks off, or is none. Make it again, then upload it again.
rule-archive-empty = the archive holds no page (section/address.toml).
rule-archive-kind = this is a link or a device; only files are taken.
rule-archive-large = the archive is larger than 96 MB once opened.
rule-archive-many = the archive holds more than 20,000 files.
rule-archive-name = this name is not UTF-8.
rule-archive-none = this is neither a .tar.gz, nor a .tar, nor a .toml page.
rule-archive-outside = this name leads outside of the archive.
rule-archive-zip = this is a .zip. Make the archive as .tar.gz.
rule-edited-since = edited in the portal since.
rule-file-empty = the file is empty.
rule-file-encoding = the file is not UTF-8.
rule-file-kind = the folder of the file is that of no section.
rule-file-long = the file is larger than 2 MB.
rule-still-needed = this page still needs what the files take away.
rule-upload-kind = Section: choose that of this page, then the file again.
rule-upload-long = 32 MB at most. Beyond, use portail import on the command line.
rule-row-quote = a quotation mark opens in it and is never closed: all that follows would be one cell. Close it.
rule-row-earlier = the line of the same person above is not imported.
rule-row-cells = the row has more cells than there are headers. Put a text that holds the separator between quotes.
rule-row-twice = the same person is in a row above already.
rule-table-binary = this is no table, but an image or another file. Upload a CSV.
rule-table-columns = 80 columns at most.
rule-table-empty = there is no row to read.
rule-table-html = this is a web page. Upload a CSV.
rule-table-long = 4 MB at most. Cut the table in two.
rule-table-rows = 5,000 rows at most. Cut the table in two.
rule-table-workbook = this is a workbook. Open it and save it as CSV.
