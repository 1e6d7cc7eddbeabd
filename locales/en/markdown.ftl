# What stands around a text written in Markdown.
markdown-code = Code excerpt { $count }
markdown-table = Table { $count }
markdown-note = Note { $count }
markdown-notes = Notes
markdown-back = Back to the text
