package sheet

// The codes of Note: what a reader repaired, dropped or doubts. Row is where it was first, where there is a row.
const (
	// NoteRowsAboveHeader: lines above the header are no data (title, count, remarks). Values: count.
	NoteRowsAboveHeader = "rows-above-header"
	// NoteNoHeader: no header row was found; all rows are data.
	NoteNoHeader = "no-header"
	// NoteHeaderDoubtful: the header was taken by its shape only.
	NoteHeaderDoubtful = "header-doubtful"
	// NoteSecondHeader: the row under the header names the columns again (other language, field names); it is no data.
	NoteSecondHeader = "second-header"
	// NoteHeaderRepeated: the header is repeated inside the data. Values: count.
	NoteHeaderRepeated = "header-repeated"
	// NoteTotalRow: a row of totals is no data. Values: text.
	NoteTotalRow = "total-row"
	// NoteRemarkRow: a row of explanations is no data. Values: text.
	NoteRemarkRow = "remark-row"
	// NoteMergedFilled: the value of merged cells was repeated in every row they cover. Values: count (cells).
	NoteMergedFilled = "merged-filled"
	// NoteHiddenRows, NoteHiddenColumns: hidden or filtered-out rows and columns are included. Values: count.
	NoteHiddenRows    = "hidden-rows"
	NoteHiddenColumns = "hidden-columns"
	// NoteHiddenSheet: the workbook has a hidden sheet. Values: sheet.
	NoteHiddenSheet = "hidden-sheet"
	// NoteSeveralSheets: several sheets have rows. Values: count, sheet (the one taken).
	NoteSeveralSheets = "several-sheets"
	// NoteErrorCells: cells hold an error such as #N/A. Values: count.
	NoteErrorCells = "error-cells"
	// NoteFormulaWithoutValue: formulas whose result is not stored in the file. Values: count.
	NoteFormulaWithoutValue = "formula-without-value"
	// NoteCellFarAway: a stray cell far right of the table was left out. Values: cell, text.
	NoteCellFarAway = "cell-far-away"
	// NoteRowLong: the row has more cells than the header. Values: cells, columns.
	NoteRowLong = "row-long"
	// NoteRowsShort: rows have fewer cells than the header; what is missing is empty. Values: count.
	NoteRowsShort = "rows-short"
	// NoteStrayQuote: a quotation mark inside a cell is not written as the format wants. Values: count.
	NoteStrayQuote = "stray-quote"
	// NoteUnclosedQuote: a quotation mark was never closed; it was taken as a character.
	NoteUnclosedQuote = "unclosed-quote"
	// NoteEncodingDoubtful: the encoding was guessed and another is nearly as likely. Values: encoding, other.
	NoteEncodingDoubtful = "encoding-doubtful"
	// NoteMixedEncodings: lines of the file are in different encodings. Values: count, encoding.
	NoteMixedEncodings = "mixed-encodings"
	// NoteBrokenBytes: bytes that are no characters were replaced by �. Values: count.
	NoteBrokenBytes = "broken-bytes"
	// NotePrivateCharacters: user-defined characters of one computer (造字) that others cannot show. Values: count.
	NotePrivateCharacters = "private-characters"
	// NoteWrongExtension: the name of the file promises another format. Values: extension, format.
	NoteWrongExtension = "wrong-extension"
	// NoteCardUnfinished: the card has no end; the file may be cut off.
	NoteCardUnfinished = "card-unfinished"
	// NoteLineIgnored: a line is no property. Values: text.
	NoteLineIgnored = "line-ignored"
	// NoteDataUnreadable: a picture or other binary value could not be decoded. Values: name.
	NoteDataUnreadable = "data-unreadable"
	// NoteUnknownCharset: a property names an unknown character set. Values: charset.
	NoteUnknownCharset = "unknown-charset"
	// NoteNestedCard: the card was nested inside another.
	NoteNestedCard = "nested-card"
)
