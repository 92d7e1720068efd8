package sheet

import "fmt"

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells. CSV, HTML and vCard cells are only ever KindEmpty or KindText; KindError is a spreadsheet error such as #N/A.
const (
	KindEmpty Kind = iota
	KindText
	KindNumber
	KindDate
	KindBool
	KindError
)

// Date is a civil date with the clock time in minutes after midnight. Year 0 means there is no date, only a time.
type Date struct {
	Year   int16
	Month  uint8
	Day    uint8
	Minute int16
}

// IsZero says whether there is neither a date nor a time.
func (d Date) IsZero() bool { return d == Date{} }

// String is the date in ISO 8601 form, with hours and minutes when there are any.
func (d Date) String() string {
	text := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	if d.Minute == 0 {
		return text
	}
	return fmt.Sprintf("%s %02d:%02d", text, d.Minute/60, d.Minute%60)
}

// Cell is one cell as a careful person would see it and as the file stores it.
type Cell struct {
	// Text is what the cell shows. Number cells without a format of their own show all digits the file holds, never 9.1E+08.
	// Cells that fit no format keep the stored form. An error cell shows its error, such as #N/A.
	Text string
	// Raw is the stored number of KindNumber and KindDate cells ("44260", "912345678.0") and empty for all others. Formats that store
	// dates as such give their ISO form instead ("2021-03-05", ODS and strict XLSX).
	Raw string
	// Date is set for KindDate cells only.
	Date Date
	Kind Kind
	// DateShownWithoutYear marks a date cell whose format shows only month and day (3月5日): the year in the file is probably the
	// year of typing, added by the spreadsheet program.
	DateShownWithoutYear bool
	// Merged marks a value repeated here from the first cell of a merged range.
	Merged bool
	// Formula marks a value computed by a formula; Text is the result stored in the file.
	Formula bool
}

// Row is one row of a table.
type Row struct {
	// Number is the row as the spreadsheet program counts it, or for text files the line the row begins in; from 1.
	Number int
	// Cells may be shorter than the headers: cells missing at the end are empty.
	Cells []Cell
	// Hidden says that the row is hidden or filtered out in the file.
	Hidden bool
}

// Cell is the cell of the column, counted from 0; an empty one where the row is shorter.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Column describes one column of a table.
type Column struct {
	// Header is the text of the header, "" for a column without one. Group headers stand before the name: 聯絡方式 電話.
	Header string
	// Group is the header of the merged cell above Name, "" without one.
	Group string
	// Name is the header without its group.
	Name string
	// Second is the cell of a second header row in another language or of field names, "" without one.
	Second string
	// Hidden says that the column is hidden in the file.
	Hidden bool
}

// Table is one sheet of a workbook, or the whole of a text file.
type Table struct {
	// Name is the name of the sheet, "" for text files.
	Name string
	// Hidden says that the sheet is hidden.
	Hidden bool
	// HeaderRow is the Row.Number of the (last) header row, 0 when there is none and all rows are data.
	HeaderRow int
	// Headers are the headers of the columns; len(Headers) is the number of columns even when there is no header row.
	Headers []string
	// Columns are the same headers in detail, one for each of Headers.
	Columns []Column
	// Rows are the rows of data: without empty rows, rows above the header, repeated headers and total rows.
	Rows []Row
	// Notes tell what was dropped, repaired or doubtful.
	Notes []Note

	all      []Row    // every row that is not empty, in order
	merges   []merge  // merged ranges
	hidden   []int    // hidden columns, from 0
	readNote []Note   // notes of the reader, from before the search for the header
	dataLike [][]bool // which cells of the first rows look like data
	score    Scorer
	quality  float64 // how convincing the header was
}

// Param is a parameter of a vCard property or an option of an LDIF attribute. Name is in upper case.
type Param struct {
	Name   string
	Values []string
}

// Prop is one property of a Record.
type Prop struct {
	// Group joins properties that belong together (item1), in lower case.
	Group string
	// Name is the name of the property: upper case for vCard (TEL, X-ABLABEL), lower case for LDIF (telephonenumber).
	Name   string
	Params []Param
	// Text is the whole value: decoded, unfolded and unescaped.
	Text string
	// Parts are the components of the value (N, ADR, ORG: divided by ";"), each a list (divided by ","), unescaped. For LDIF and
	// for binary values it is nil.
	Parts [][]string
	// Data is a decoded binary value (PHOTO, jpegPhoto), nil otherwise.
	Data []byte
	// Line is the line of the file where the property begins, from 1.
	Line int
}

// Param returns all values of the parameter with that name (upper case), in order.
func (p Prop) Param(name string) []string {
	var values []string
	for _, param := range p.Params {
		if param.Name == name {
			values = append(values, param.Values...)
		}
	}
	return values
}

// Part is the first value of the component with that index, "" when there is none.
func (p Prop) Part(index int) string {
	if index < 0 || index >= len(p.Parts) || len(p.Parts[index]) == 0 {
		return ""
	}
	return p.Parts[index][0]
}

// Record is one vCard or one LDIF entry. Cards nested in other cards are records of their own.
type Record struct {
	// Number counts the records of the file from 1.
	Number int
	// Line is the line of the file where the record begins, from 1.
	Line int
	// Version is the VERSION of a vCard ("2.1", "3.0", "4.0"), "" for LDIF.
	Version string
	// Parent is the Number of the card this one was nested in, 0 for a card of its own.
	Parent int
	Props  []Prop
	Notes  []Note
}

// All returns the properties with that name (as in Prop.Name), in order.
func (r Record) All(name string) []Prop {
	var props []Prop
	for _, p := range r.Props {
		if p.Name == name {
			props = append(props, p)
		}
	}
	return props
}

// Note is something the reader repaired, dropped or doubts. Code is in lower-case words joined by hyphens; the text for people is the
// catalogue entry problem.<Code> with Values.
type Note struct {
	Code string
	// Row is the Row.Number or the line it is about, 0 for the whole table or file.
	Row    int
	Values map[string]any
}

// The formats a file can have.
const (
	FormatXLSX  = "xlsx"
	FormatXLS   = "xls"
	FormatODS   = "ods"
	FormatHTML  = "html"
	FormatXML   = "xml" // Excel 2003 XML, SpreadsheetML
	FormatCSV   = "csv"
	FormatTSV   = "tsv"
	FormatVCard = "vcard"
	FormatLDIF  = "ldif"
)

// File is what was in the file: Tables for workbooks and text tables, Records for vCard and LDIF.
type File struct {
	// Format is one of the Format constants.
	Format string
	// Encoding is the name of the encoding the text was read in, by the names of the WHATWG Encoding Standard ("utf-8", "big5",
	// "gb18030", "shift_jis", "euc-kr", "windows-1252", "utf-16le" …); "" for workbooks.
	Encoding string
	// Encodings are further encodings the text may be in, best first, to offer to the user.
	Encodings []string
	// Separator divides the cells of a CSV or TSV file, 0 for other formats.
	Separator rune
	// Tables are all sheets in the order of the file.
	Tables []Table
	// Main is the index in Tables of the sheet to offer first: the one asked for in Options.Sheet, else the visible one whose header
	// and size convince most.
	Main    int
	Records []Record
	Notes   []Note
}

// Table is the table to offer first, nil when the file holds records instead.
func (f *File) Table() *Table {
	if f.Main < 0 || f.Main >= len(f.Tables) {
		return nil
	}
	return &f.Tables[f.Main]
}

// Scorer judges how much a row of cells looks like a header: from 0, no cell is known to be a header, to 1, all that are not empty.
type Scorer func(cells []string) float64

// Options override what would be found by itself. The zero value finds everything.
type Options struct {
	// Encoding names the encoding of a text file; "" finds it.
	Encoding string
	// Sheet names the sheet to make the main one; "" chooses.
	Sheet string
	// HeaderRow is the Row.Number of the header in the main table; 0 finds it, NoHeader says that there is none.
	HeaderRow int
	// Separator divides the cells of a text file; 0 finds it.
	Separator rune
	// Score tells known headers; without it a header is found by the shape of the rows.
	Score Scorer
	// Limits bound the work; zero fields take the values of DefaultLimits.
	Limits Limits
	// Progress, when set, is called from time to time with the share of the work that is done, from 0 to 1.
	Progress func(done float64)
}

// NoHeader as Options.HeaderRow says that all rows are data.
const NoHeader = -1

// Limits bound what one file may cost.
type Limits struct {
	// Bytes is the largest file that is read.
	Bytes int64
	// Unpacked is the largest sum of unpacked parts of a zipped workbook.
	Unpacked int64
	// Columns is the largest number of columns.
	Columns int
	// Cells is the largest number of cells that are kept, over all sheets; a cell takes 48 bytes beside its text.
	Cells int
	// Records is the largest number of vCards or LDIF entries.
	Records int
}

// DefaultLimits are meant for a firm of ten people on an old computer: files of 256 MB, 8 million cells, about 500 MB of memory.
func DefaultLimits() Limits {
	return Limits{
		Bytes:    256 << 20,
		Unpacked: 512 << 20,
		Columns:  2048,
		Cells:    8 << 20,
		Records:  200_000,
	}
}
