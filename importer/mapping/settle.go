package mapping

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regulars/importer/clean"
	"regulars/store/crm"
)

// settle brings the answers of the headers into agreement with each other and with the cells.
func (p *proposer) settle() {
	if p.noHeader && !p.byPosition() {
		p.byRelation()
	}
	p.inheritAddressKinds()
	p.secondLines()
	p.numberedPositions()
	p.unitBesideCompany()
	p.dayOfBirthday()
	if !p.own {
		p.checkValues()
		p.settleNames()
		p.settleTitles()
	}
	p.byValues()
	p.continueAddresses()
	p.onlyOnce()
	p.theRest()
	p.setStates()
}

// has reports whether a column with values goes into one of the fields.
func (p *proposer) has(fields ...string) bool { return p.find(fields...) >= 0 }

func (p *proposer) find(fields ...string) int {
	return slices.IndexFunc(p.out, func(c Column) bool { return slices.Contains(fields, c.Field) && len(c.Samples) > 0 })
}

// hasBase reports whether a column with values goes into a kind of field.
func (p *proposer) hasBase(base string) bool {
	return slices.ContainsFunc(p.out, func(c Column) bool { return TargetOf(c.Field).Base == base && len(c.Samples) > 0 })
}

// inheritAddressKinds gives a bare city or postal code the kind of the address that stands beside it: left if there is one, else right.
func (p *proposer) inheritAddressKinds() {
	for i := range p.out {
		t := TargetOf(p.out[i].Field)
		if t.Base != "address" || t.Kind != "" || t.N > 0 || t.Part == "" {
			continue
		}
		if kind := p.addressKindBeside(i); kind != "" {
			p.out[i].Field = "address." + kind + "." + t.Part
			p.out[i].Reason = ByNeighbour
		}
	}
}

func (p *proposer) addressKindBeside(i int) string {
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if t := TargetOf(p.out[j].Field); t.Base == "address" && t.N == 0 {
			return t.Kind
		}
	}
	for j := i + 1; j < len(p.out) && j <= i+2; j++ {
		if t := TargetOf(p.out[j].Field); t.Base == "address" && t.N == 0 {
			return t.Kind
		}
	}
	return ""
}

// secondLines makes further lines of "Home Address 2" and "Street 3" where the address comes in parts; elsewhere a second address column
// is a second address.
func (p *proposer) secondLines() {
	for i := range p.out {
		t := TargetOf(p.out[i].Field)
		if t.Base != "address" || t.N > 0 || p.numbers[i] < 2 || t.Part != "" && t.Part != "street" {
			continue
		}
		if p.addressInParts(t.Kind) {
			p.out[i].Field = addressField(t.Kind, "extended")
		}
	}
}

func (p *proposer) addressInParts(kind string) bool {
	return slices.ContainsFunc(p.out, func(c Column) bool {
		t := TargetOf(c.Field)
		return t.Base == "address" && t.Kind == kind && (t.Part == "city" || t.Part == "postal" || t.Part == "region")
	})
}

func addressField(kind, part string) string {
	if kind == "" {
		return "address." + part
	}
	return "address." + kind + "." + part
}

// numberedPositions makes 公司2, 部門2 and 職位2 a second position.
func (p *proposer) numberedPositions() {
	for i := range p.out {
		if f, n := p.out[i].Field, p.numbers[i]; n > 1 && n < 10 && (f == "company" || f == "department" || f == "job_title") {
			p.out[i].Field = "position." + itoa(n) + "." + f
		}
	}
}

// unitBesideCompany: 單位 beside 機關名稱 or 公司 is the department; alone it is where somebody works.
func (p *proposer) unitBesideCompany() {
	if p.own || p.has("department") {
		return
	}
	unit, others := -1, 0
	for i, c := range p.out {
		switch {
		case c.Field != "company" || len(c.Samples) == 0:
		case slices.Contains(unitHeaders, Fold(c.Header)):
			unit = i
		default:
			others++
		}
	}
	if unit >= 0 && others > 0 {
		p.out[unit].Field, p.out[unit].Confidence = "department", 0.8
	}
}

// unitHeaders name a firm or a part of one, as the other columns have it.
var unitHeaders = []string{"單位", "单位", "單位名稱", "单位名称", "所屬單位", "所属单位", "所属"}

// dayOfBirthday: "Birth Day" beside a month and a year is the day of the month.
func (p *proposer) dayOfBirthday() {
	i := p.find("birthday")
	if i >= 0 && p.has("birthday.month", "birthday.year") && p.shapes[i].number > 0.9 {
		p.out[i].Field = "birthday.day"
	}
}

// checkValues looks whether the cells contradict the header.
func (p *proposer) checkValues() {
	for i := range p.out {
		c, s := &p.out[i], p.shapes[i]
		bold := c.Confidence < 0.6
		switch {
		case c.Field == "" || s.count == 0 || c.Reason == ByPreset:
		case bold && !confirms(c.Field, s):
			c.Field, c.Confidence, c.Reason = "", 0, Unknown
		case p.preset.name == "" && p.contradiction(TargetOf(c.Field), s) != "":
			c.Field, c.Confidence, c.Reason = p.contradiction(TargetOf(c.Field), s), 0.6, ByValues
		case doubtful(c.Field, s):
			c.Confidence = min(c.Confidence, 0.5)
		}
	}
}

// contradiction is the field that the cells speak for, where they clearly do not speak for the header's.
func (p *proposer) contradiction(t Target, s shape) string {
	plain := t.N == 0 && t.Part == ""
	switch {
	case !plain || t.Base == "notes" || t.Base == Display || t.Base == "external_id" || t.Base == "tags":
		return ""
	case s.email > 0.7 && t.Base != "email" && t.Base != "link" && t.Base != "source" && !p.hasBase("email"):
		return "email"
	case s.url > 0.7 && t.Base != "link" && t.Base != "email" && t.Base != "source":
		return "link.web"
	case s.phone > 0.7 && (t.Base == "email" || t.Base == "name" || t.Base == "address") && !p.hasBase("phone"):
		return "phone"
	case t.Base == "tags" && s.kind > 0.9 || t.Base == "kind" && s.kind < 0.5:
		return map[bool]string{true: "kind", false: "tags"}[s.kind > 0.9]
	}
	return ""
}

// doubtful reports that the cells do not look like the field at all.
func doubtful(field string, s shape) bool {
	t := TargetOf(field)
	switch {
	case t.Base == "phone" && t.Part == "":
		return s.phone < 0.2 && s.number < 0.5
	case t.Base == "email" && t.Part == "":
		return s.email < 0.3
	case IsDate(field):
		return s.date < 0.3 && s.number < 0.5
	case field == "tax_id":
		return s.taxID < 0.3
	}
	return false
}

// confirms reports that the cells speak for a bold guess.
func confirms(field string, s shape) bool {
	switch t := TargetOf(field); {
	case t.Base == "phone":
		return s.phone > 0.6
	case t.Base == "email":
		return s.email > 0.6
	case t.Base == "link":
		return s.url > 0.6
	case IsDate(field):
		return s.date > 0.6
	case t.Base == "address":
		return s.address > 0.4
	case t.Base == "name":
		return s.latin > 0.5 || s.han > 0.5
	case t.Base == "tax_id":
		return s.taxID > 0.6
	case t.Base == "name.family", t.Base == "name.given", t.Base == "company", t.Base == "job_title", t.Base == "department", t.Base == "source":
		return s.short > 0.5 && s.number < 0.2 && s.email == 0 && s.date < 0.2
	case t.Base == "roles":
		return s.short > 0.5 && s.distinct < 0.8
	}
	return false
}

// settleTitles decides whether a column headed Title holds job titles or Mr and Ms.
func (p *proposer) settleTitles() {
	for i := range p.out {
		c := &p.out[i]
		if c.Field == "job_title" && p.shapes[i].count > 0 && p.shapes[i].honorific > 0.6 {
			c.Field, c.Confidence, c.Reason = "salutation", 0.8, ByValues
		}
	}
}

// onlyOnce leaves each field that has one value to the surest of its columns; the others become echoes, or fields of their own.
func (p *proposer) onlyOnce() {
	taken := map[string]int{}
	for i := range p.out {
		c := &p.out[i]
		if c.Field == "" || many(c.Field) || c.Field == Echo || c.Field == Dull || c.Field == Display || c.Field == Labelled || TargetOf(c.Field).Part == More {
			continue
		}
		j, again := taken[c.Field]
		if !again {
			taken[c.Field] = i
			continue
		}
		if p.better(i, j) {
			taken[c.Field] = i
			c = &p.out[j]
		}
		p.second(c)
	}
}

// better prefers a column with values, then the surer one.
func (p *proposer) better(i, j int) bool {
	a, b := len(p.out[i].Samples) > 0, len(p.out[j].Samples) > 0
	if a != b {
		return a
	}
	return p.out[i].Confidence > p.out[j].Confidence
}

func (p *proposer) second(c *Column) {
	switch c.Field {
	case "company", "department", "job_title":
		if !p.has("position.2." + c.Field) {
			c.Field = "position.2." + c.Field
			return
		}
	}
	c.Field, c.Reason = Echo, Redundant
}

// theRest sends what is still unknown to custom fields, or to the notes where there is no short header to call the field by.
func (p *proposer) theRest() {
	for i := range p.out {
		c := &p.out[i]
		if c.Field != "" || c.State == LeftOut {
			continue
		}
		c.Reason = Unknown
		name := strings.Join(strings.Fields(clean.Text(c.Header)), " ")
		if n := utf8.RuneCountInString(name); n > 0 && n <= 40 && !p.noHeader {
			c.Field = crm.CustomPrefix + name
		} else {
			c.Field = Labelled
		}
	}
}

const sureEnough = 0.75

func (p *proposer) setStates() {
	for i := range p.out {
		c := &p.out[i]
		switch {
		case c.State == LeftOut:
		case c.Reason == Unknown && len(c.Samples) == 0:
			c.State, c.Reason = Certain, Empty
		case c.Reason == Unknown:
			c.State = New
		case c.Confidence < sureEnough:
			c.State = Look
		default:
			c.State = Certain
		}
	}
}
