# “Report a mistake”, and what editors make of it.
report-title = Report a mistake
report-about = About:
report-deck = One sentence is enough: what is wrong, and if you can, what is right.
report-what = What is wrong
report-text = Your report
report-hint = { $count } characters at most.
report-name = Your name
report-do = Send the report
report-leave = Back to the page
report-note = Editors read it on this page and in their list. Their answer will be shown under “My account”.
report-note-nobody = Editors read it on this page and in their list. Without an account nobody can answer you here: leave an address if you expect an answer.
report-missing = Write in one sentence what is wrong.
report-long = { $count } characters at most.
report-character = This text holds an invisible character that no page can show. Type it again.
report-wait = { $count ->
    [one] Too many reports in a row. Nothing is lost: send this one again in a minute.
   *[other] Too many reports in a row. Nothing is lost: send this one again in { $count } minutes.
}
report-busy = Somebody else is saving right now. Nothing is lost: send it again in a few seconds.
report-quoted = “{ $name }”
report-band = A reader reports a mistake.
report-answer = Answer
report-others = { $count ->
    [one] and one more open report
   *[other] and { $count } more open reports
}
page-changed = Page changed:
corrections-title = Reports
corrections-deck = What readers find wrong, and what they were answered.
corrections-which = Reports by state
corrections-open = Open
corrections-closed = Closed
corrections-all = All
corrections-none = No report here.
correction-one = One report
correction-open = Open
correction-corrected = Corrected
correction-declined = Left as it is
correction-corrected-of = Corrected: { $name }
correction-declined-of = Left as it is: { $name }
correction-mend = Correct the page
correction-mend-of = Correct the page { $name }
correction-close = Close with a word
correction-word = A word to the reader
correction-reopen = Open again
correction-reopen-of = Open the report on { $name } again
correction-removed = (removed)
correction-nobody = somebody without an account
correction-late = Somebody has closed it already. Your word has stayed here; open the report again to answer otherwise.
correction-note = Whoever reported it with an account reads the answer under “My account”. Closing can be undone: the report opens again.
account-reported = Your reports
account-reported-removed = Removed page
author-operator = the server
author-gone = deleted account
flash-reported = Thank you. Your report has reached the editors.
flash-correction-closed = The report is closed.
flash-correction-open = The report is open again.
flash-correction-same = The report was open already.
