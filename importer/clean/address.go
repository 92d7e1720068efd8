package clean

import (
	"regexp"
	"strconv"
	"strings"

	"regulars/store/crm"
)

// AddressParts are the address columns of one row. Street may hold several lines, or a whole address where the other columns are empty; More are
// cells without a header that follow the address column and continue it.
type AddressParts struct {
	Kind                                           string // crm.KindWork, KindHome, KindOther or ""
	Country, Region, City, District, Street, POBox string
	Postal                                         Cell
	More                                           []string
}

// Addresses reads the address columns of one row, or one cell with a whole address. Several Taiwanese addresses in one cell become several. Text
// is the address without country and postal code; the parts are set where the columns had them or where they are certain. rest is what is
// no address and goes to the notes.
func Addresses(p AddressParts, at Place) (addresses []crm.Address, rest string, notes []Note) {
	p, notes = p.cleaned()
	if p.empty() {
		return nil, "", nil
	}
	if len(p.Street) > longestCell {
		rest, p.Street = p.Street, ""
		notes = append(notes, tooLong(rest)...)
	}
	p, codes := p.arranged()
	rest = joinRemarks(rest, codes)
	if p.isWhole() {
		addresses, more, notes := wholeAddresses(p, at, notes)
		return addresses, joinRemarks(rest, more), notes
	}
	a, more := joinParts(p, at)
	if a.Text == "" && a.Postal == "" && rest != "" {
		return nil, joinRemarks(rest, a.CountryText), notes
	}
	return []crm.Address{a}, rest, append(notes, more...)
}

func (p AddressParts) cleaned() (AddressParts, []Note) {
	var notes []Note
	for _, field := range []*string{&p.Country, &p.Region, &p.City, &p.District, &p.Street, &p.POBox} {
		if *field == "" {
			continue
		}
		if Nothing(*field) {
			*field = ""
			continue
		}
		var more []Note
		*field, more = TextNoted(*field)
		notes = append(notes, more...)
	}
	if Nothing(p.Postal.Text) {
		p.Postal = Cell{}
	}
	more := 0
	for _, m := range p.More {
		if !Nothing(m) {
			p.Street = joinAddress(p.Street, Text(m))
			more++
		}
	}
	if more > 0 {
		notes = append(notes, note(Repair, AddressJoined, p.Street))
	}
	return p, notes
}

func (p AddressParts) empty() bool {
	return p.Country+p.Region+p.City+p.District+p.Street+p.POBox+p.Postal.Text == ""
}

var listCode = regexp.MustCompile(`^[\[(【（［]\d{1,6}[\])】）］]`)

// arranged puts Taiwanese columns in their places. Where the street begins with city and district, columns that say the same are left out of
// the text; a code before their names, as in lists of the ministries ("[38]臺北市"), comes back in codes. A district in the column of the
// region goes to its own.
func (p AddressParts) arranged() (out AddressParts, codes string) {
	if p.Region+p.City+p.District == "" {
		return p, ""
	}
	out = p
	if startsInTaiwan(p.Street) {
		for _, part := range []*string{&out.Region, &out.City, &out.District} {
			code := listCode.FindString(*part)
			if !strings.Contains(foldVariants(p.Street), foldVariants(strings.TrimPrefix(*part, code))) {
				return p, ""
			}
			*part, codes = "", joinRemarks(codes, code)
		}
		return out, codes
	}
	switch {
	case p.District != "":
	case isTaiwanCity(p.City) && isDistrict(p.Region):
		out.District, out.Region = p.Region, ""
	case isTaiwanCity(p.Region) && isDistrict(p.City):
		out.City, out.District, out.Region = p.Region, p.City, ""
	}
	return out, ""
}

func isTaiwanCity(s string) bool { return s != "" && twCity.FindString(s) == s }

// isDistrict reports whether a name is that of a Taiwanese district, township or city of a county.
func isDistrict(s string) bool {
	return !isTaiwanCity(s) && (strings.HasSuffix(s, "區") || strings.HasSuffix(s, "鄉") || strings.HasSuffix(s, "鎮") || strings.HasSuffix(s, "市"))
}

// isWhole reports whether the street column alone holds the address.
func (p AddressParts) isWhole() bool {
	return p.Street != "" && p.Region+p.City+p.District+p.POBox == ""
}

// joinAddress puts two pieces of an address together, without a blank where both are East Asian.
func joinAddress(a, b string) string {
	switch {
	case a == "" || b == "":
		return a + b
	case hasEast(a) && (hasEast(b) || isDigit(rune(b[0]))):
		return a + b
	}
	return a + " " + b
}

// joinParts makes one address of columns.
func joinParts(p AddressParts, at Place) (crm.Address, []Note) {
	city, postal := p.City, p.Postal
	if m := postalCity.FindStringSubmatch(city); m != nil && postal.Text == "" {
		postal, city = Typed(m[1]), m[2]
	}
	a := crm.Address{Kind: p.Kind, CountryText: p.Country, Region: p.Region, City: city, District: p.District, Street: p.Street, POBox: p.POBox}
	a.Text = joinedText(a)
	if placed := PlaceOf(p.Country, a.Text, at.Country); placed.Evidence {
		at = placed
	}
	if at.Evidence {
		a.Country = at.Country
	}
	code, notes := Postal(postal, at)
	a.Postal = code
	return a, notes
}

// joinedText is the text of an address from its parts: big to small without blanks in East Asia, street before city elsewhere.
func joinedText(a crm.Address) string {
	if hasEast(a.Region + a.City + a.District + a.Street) {
		text := ""
		for _, part := range []string{a.Region, a.City, a.District, a.Street, a.POBox} {
			if !strings.Contains(foldVariants(a.Street), foldVariants(part)) || part == a.Street {
				text = joinAddress(text, part)
			}
		}
		return text
	}
	town := strings.Join(kept(a.District, a.City, a.Region), ", ")
	return strings.Join(kept(a.POBox, a.Street, town), "\n")
}

func kept(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// wholeAddresses reads a cell that holds one address or several.
func wholeAddresses(p AddressParts, at Place, notes []Note) (addresses []crm.Address, rest string, all []Note) {
	pieces := severalAddresses(p.Street)
	if len(pieces) > 1 {
		notes = append(notes, note(Repair, AddressSeveral, p.Street, "count", strconv.Itoa(len(pieces))))
	}
	for i, piece := range pieces {
		if i > 0 {
			p.Postal = Cell{}
		}
		a, remark, more := wholeAddress(piece, p, at)
		notes = append(notes, more...)
		if remark != "" {
			rest = joinRemarks(rest, remark)
			notes = append(notes, note(Repair, AddressRemark, piece, "remark", remark))
		}
		if a.Text != "" || a.Postal != "" {
			addresses = append(addresses, a)
		}
	}
	return addresses, rest, notes
}

// severalAddresses divides a cell at line ends and semicolons where every piece begins with a Taiwanese city.
func severalAddresses(s string) []string {
	if !strings.ContainsAny(s, "\n;；") {
		return []string{s}
	}
	var pieces []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\n;；", r) }) {
		if p = strings.TrimSpace(p); p != "" {
			pieces = append(pieces, p)
		}
	}
	if len(pieces) > 1 && every(pieces, startsInTaiwan) {
		return pieces
	}
	return []string{s}
}

func startsInTaiwan(s string) bool {
	_, s, _ = cutLabel(s)
	_, s = cutPostal(half(s))
	at := twCity.FindStringIndex(s)
	return at != nil && at[0] <= 6
}
