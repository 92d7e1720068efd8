package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The codes of Error: why a file cannot be read.
const (
	// CodeEmpty: the file has no bytes, or only blanks.
	CodeEmpty = "file-empty"
	// CodeTooLarge: the file is larger than Limits allow. Values: size, limit (in MB).
	CodeTooLarge = "file-too-large"
	// CodeTooManyCells: the table has more cells than Limits allow. Values: limit.
	CodeTooManyCells = "file-too-many-cells"
	// CodeTooManyColumns: a row has more columns than Limits allow. Values: row, columns, limit.
	CodeTooManyColumns = "file-too-many-columns"
	// CodeTooManyRecords: more cards than Limits allow. Values: limit.
	CodeTooManyRecords = "file-too-many-records"
	// CodeZipBomb: the unpacked parts are far larger than a workbook's can be. Values: part, limit (in MB).
	CodeZipBomb = "file-zip-bomb"
	// CodeTruncated: the file ends in the middle. Values: part, row (0 when unknown).
	CodeTruncated = "file-truncated"
	// CodeDamaged: the file breaks the rules of its format. Values: part.
	CodeDamaged = "file-damaged"
	// CodeEncryptedOffice: the workbook is locked with a password.
	CodeEncryptedOffice = "file-encrypted-office"
	// CodeWrapped: a data-loss-prevention program has encrypted the file; only computers of that firm can read it. Values: wrapper.
	CodeWrapped = "file-dlp-wrapped"
	// CodeOldExcel: a workbook of Excel 5.0/95 or older.
	CodeOldExcel = "file-old-excel"
	// CodeXLSB: a binary workbook (.xlsb).
	CodeXLSB = "file-xlsb"
	// CodePDF, CodeJSON, CodeImage, CodeWord, CodePowerPoint, CodeOutlookData, CodeArchive: the file is something else. CodeArchive: a zip
	// without a workbook, or another packed format.
	CodePDF         = "file-pdf"
	CodeJSON        = "file-json"
	CodeImage       = "file-image"
	CodeWord        = "file-word"
	CodePowerPoint  = "file-powerpoint"
	CodeOutlookData = "file-outlook-data"
	CodeArchive     = "file-archive"
	// CodeUnknownBinary: bytes that are neither text nor a known format.
	CodeUnknownBinary = "file-unknown-binary"
	// CodeNotATable: text without rows and columns, such as a web page without a table.
	CodeNotATable = "file-not-a-table"
	// CodeNoSheet: the sheet asked for is not in the workbook. Values: sheet.
	CodeNoSheet = "file-no-sheet"
	// CodeUnknownEncoding: Options.Encoding names no known encoding. Values: encoding.
	CodeUnknownEncoding = "file-unknown-encoding"
)

// Error says why a file cannot be read. The text for people is the catalogue entry problem.<Code> with Values.
type Error struct {
	Code   string
	Values map[string]any
	Err    error // the cause, if there is one
}

// Error is a terse line for logs.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	for _, key := range slices.Sorted(maps.Keys(e.Values)) {
		fmt.Fprintf(&b, " %s=%v", key, e.Values[key])
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
