package mapping

import (
	"strings"
	"unicode/utf8"
)

// weakNames may head a column of people or of companies, and of whole names or of family names.
func weakName(header string) bool {
	switch Fold(header) {
	case "name", "nom", "名稱", "名称", "客戶", "客户", "客戶名稱", "客户名称", "客戶姓名", "客户姓名", "姓名", "이름", "customer", "customername", "client", "clientname", "account", "顧客名", "고객명", "nome", "nombre", "naam":
		return true
	}
	return false
}

// settleNames decides among the columns that may hold names.
func (p *proposer) settleNames() {
	p.givenAlone()
	p.nameBesideGiven()
	p.nameBesideFamily()
	p.companiesAsNames()
	p.twoNames()
}

// nameBesideFamily: "name" beside "last name" is the given name, unless it repeats the family name.
func (p *proposer) nameBesideFamily() {
	family, name := p.find("name.family"), p.find("name")
	if family < 0 || name < 0 || p.has("name.given") || p.out[name].Reason == ByPreset || !weakName(p.columns[name].Header) {
		return
	}
	if p.single(name) > 0.5 && !p.repeats(name, family) {
		p.out[name].Field, p.out[name].Confidence = "name.given", 0.9
	}
}

// givenAlone: 名字, 이름 and nombre mean the whole name where no other column has the rest of it.
func (p *proposer) givenAlone() {
	i := p.find("name.given")
	if i < 0 || p.has("name.family", "name", Display) {
		return
	}
	switch Fold(p.columns[i].Header) {
	case "名字", "이름", "nombre", "nome", "名":
		p.out[i].Field = "name"
	}
}

// nameBesideGiven: "Name" beside "Vorname" is the family name, unless it repeats the given name.
func (p *proposer) nameBesideGiven() {
	given, name := p.find("name.given"), p.find("name")
	if given < 0 || name < 0 || p.has("name.family") || p.out[name].Reason == ByPreset || !weakName(p.columns[name].Header) {
		return
	}
	if p.single(name) > 0.5 && !p.repeats(name, given) {
		p.out[name].Field, p.out[name].Confidence = "name.family", 0.9
	}
}

// single is the share of values that are one word, or one or two Han characters.
func (p *proposer) single(column int) float64 {
	one := 0
	for _, v := range p.columns[column].Values {
		if n := utf8.RuneCountInString(v); !strings.ContainsAny(v, "  ") && (n <= 2 || len(v) == n || v[0] < 0x80) {
			one++
		}
	}
	return float64(one) / float64(max(1, len(p.columns[column].Values)))
}

func (p *proposer) repeats(name, given int) bool {
	a, b := p.columns[name].Values, p.columns[given].Values
	hits := 0
	for i := 0; i < len(a) && i < len(b); i++ {
		if strings.Contains(a[i], b[i]) {
			hits++
		}
	}
	return hits*2 > min(len(a), len(b))
}

// companiesAsNames: a column of names that are companies' is the company.
func (p *proposer) companiesAsNames() {
	for i := range p.out {
		c := &p.out[i]
		if c.Field == "name" && c.Reason != ByPreset && p.shapes[i].company > 0.6 && !p.has("company") {
			c.Field, c.Confidence, c.Reason = "company", 0.7, ByValues
		}
	}
}

// twoNames: of two columns of names, the general one (客戶名稱 beside 聯絡人) is the company where there is no other, or the cells say so.
func (p *proposer) twoNames() {
	var names []int
	for i, c := range p.out {
		if c.Field == "name" && len(c.Samples) > 0 {
			names = append(names, i)
		}
	}
	if len(names) < 2 {
		return
	}
	if !p.has("company") {
		if i := p.companyAmong(names); i >= 0 {
			p.out[i].Field, p.out[i].Confidence, p.out[i].Reason = "company", 0.7, ByValues
			return
		}
	}
	for _, i := range names[1:] {
		if s := p.shapes[i]; s.han > 0.5 || s.latin > 0.5 {
			p.out[i].Field, p.out[i].Reason, p.out[i].Confidence = Echo, Redundant, 0.7
		}
	}
}

func (p *proposer) companyAmong(names []int) int {
	best, most := -1, 0.15
	for _, i := range names {
		s := p.shapes[i]
		likely := s.company
		if weakName(p.columns[i].Header) && s.han < 0.6 && s.latin < 0.6 {
			likely += 0.5
		}
		if likely > most {
			best, most = i, likely
		}
	}
	return best
}
