# Ce qui entoure un texte écrit en Markdown.
markdown-code = Extrait de code { $count }
markdown-table = Tableau { $count }
markdown-note = Note { $count }
markdown-notes = Notes
markdown-back = Retour à l’appel
