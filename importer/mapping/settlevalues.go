package mapping

import (
	"strings"

	"regulars/importer/clean"
)

// byValues looks at the cells of columns whose header says nothing. A column is taken for something only where no other column is it
// already: the e-mail addresses under "Contact owner" are somebody else's.
func (p *proposer) byValues() {
	for i := range p.out {
		c, s := &p.out[i], p.shapes[i]
		if c.Field != "" || c.State == LeftOut || s.count == 0 {
			continue
		}
		if !p.noHeader && c.Header == "" && p.continues(i) {
			continue
		}
		if f, sure := p.likely(s); f != "" {
			c.Field, c.Confidence, c.Reason = f, sure, ByValues
		}
	}
	if p.noHeader && !p.has("company") {
		p.companyByRest()
	}
}

// companyByRest: in a list without header, the one column of short texts that is left beside a name is most likely the company.
func (p *proposer) companyByRest() {
	left := -1
	for i, c := range p.out {
		s := p.shapes[i]
		if c.Field != "" || s.count == 0 || s.short < 0.9 || s.number > 0 || s.date > 0 {
			continue
		}
		if left >= 0 {
			return
		}
		left = i
	}
	if left >= 0 && p.has("name", "name.given") {
		p.set(left, "company", 0.5, ByValues)
	}
}

func (p *proposer) likely(s shape) (string, float64) {
	bold := p.noHeader
	switch {
	case s.email > 0.7 && (!p.hasBase("email") || bold):
		return "email", 0.7
	case s.url > 0.7 && !p.hasBase("link"):
		return "link.web", 0.7
	case s.taxID > 0.8 && s.phone < 0.5 && !p.has("tax_id"):
		return "tax_id", 0.6
	case s.phone > 0.7 && s.postal < 0.5 && (!p.hasBase("phone") || bold):
		return "phone", 0.6
	case s.address > 0.5 && !p.hasBase("address"):
		return "address", 0.6
	case s.company > 0.5 && !p.has("company"):
		return "company", 0.6
	case (s.han > 0.6 || s.latin > 0.6) && !p.has("name", "name.family", "name.given", Display) && s.distinct > 0.5:
		return "name", 0.6
	}
	return "", 0
}

// continues reports that a column without header stands right of an address, or of another one that continues it.
func (p *proposer) continues(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if TargetOf(p.out[j].Field).Base == "address" {
			return true
		}
		if p.out[j].Header != "" {
			return false
		}
	}
	return false
}

// continueAddresses joins the columns without header to the address left of them: a header written over the first of several cells.
func (p *proposer) continueAddresses() {
	if p.noHeader {
		return
	}
	for i := range p.out {
		c := &p.out[i]
		if c.Header != "" || c.Field != "" || c.State == LeftOut || i == 0 {
			continue
		}
		if t := TargetOf(p.out[i-1].Field); t.Base == "address" && (t.Part == "" || t.Part == More || t.Part == "street") {
			c.Field, c.Confidence, c.Reason = addressField(t.Kind, More), 0.7, ByNeighbour
		}
	}
}

// thunderbirdOrder is the fixed order of columns in which old address books (Thunderbird, Mozilla, Netscape) wrote files without header.
var thunderbirdOrder = strings.Fields(`name.given name.family name nickname email email phone.work phone.home phone.fax phone.pager phone.mobile
	address.home address.home.extended address.home.city address.home.region address.home.postal address.home.country
	address.work address.work.extended address.work.city address.work.region address.work.postal address.work.country
	job_title department company link.web link.web birthday.year birthday.month birthday.day custom.1 custom.2 custom.3 custom.4 notes`)

// byPosition recognises a file without header by the places of its values.
func (p *proposer) byPosition() bool {
	n := len(p.columns)
	if n < len(thunderbirdOrder)-2 || n > len(thunderbirdOrder)+2 || !p.fitsOrder(thunderbirdOrder) {
		return false
	}
	p.preset.name = "thunderbird"
	for i := range min(n, len(thunderbirdOrder)) {
		p.set(i, thunderbirdOrder[i], 0.7, ByPreset)
	}
	return true
}

// fitsOrder reports that e-mail addresses, numbers and web pages stand where the order has them, and nowhere else.
func (p *proposer) fitsOrder(order []string) bool {
	hits := 0
	for i, s := range p.shapes {
		if i >= len(order) || s.count == 0 {
			continue
		}
		t := TargetOf(order[i])
		if (s.email > 0.5) != (t.Base == "email") || s.url > 0.5 && t.Base != "link" {
			return false
		}
		if s.email > 0.5 {
			hits++
		}
	}
	return hits > 0
}

// byRelation finds the columns of a file without header that say each other: John Doe, John, Doe.
func (p *proposer) byRelation() {
	for whole := range p.columns {
		for a := range p.columns {
			for b := range p.columns {
				if a != b && a != whole && b != whole && p.joins(whole, a, b) {
					p.set(whole, "name", 0.7, ByValues)
					p.set(a, "name.given", 0.7, ByValues)
					p.set(b, "name.family", 0.7, ByValues)
					return
				}
			}
		}
	}
}

// joins reports that column whole holds the given name of column a and the family name of column b, in either order.
func (p *proposer) joins(whole, a, b int) bool {
	w, x, y := p.columns[whole].Values, p.columns[a].Values, p.columns[b].Values
	if len(w) == 0 || len(w) != len(x) || len(w) != len(y) || len(p.columns) > 60 {
		return false
	}
	for i := range w {
		if w[i] != x[i]+" "+y[i] && w[i] != y[i]+x[i] && w[i] != y[i]+", "+x[i] {
			return false
		}
	}
	return true
}

// dullHeaders are columns that a program writes for itself.
func dullHeaders() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(`Priority,Sensitivity,Private,Internet Free Busy,InternetFreeBusy,Directory Server,DirectoryServer,E-mail Type,E-mail 2 Type,E-mail 3 Type,Billing Information,Mileage,Mail Client,
		優先順序,敏感度,私人,網際網路空閒-忙碌中,目錄伺服器,電子郵件類型,電子郵件 2 類型,電子郵件 3 類型,Priorität,Privat,Vertraulichkeit,Internet-Frei/Gebucht,Verzeichnisserver,E-Mail-Typ,E-Mail 2: Typ,E-Mail 3: Typ,
		優先度,秘密度,プライベート,インターネット空き時間情報,ディレクトリサーバー,電子メールの種類,電子メール 2 の種類,電子メール 3 の種類,Priorité,Privé,Critère de diffusion,Disponibilité Internet,Serveur d'annuaire,Type de messagerie,Type de messagerie 2,Type de messagerie 3,
		优先级,敏感度,私密,目录服务器,电子邮件类型,电子邮件 2 类型,电子邮件 3 类型,非公開,メールの種類,メール 2 の種類,メール 3 の種類,우선 순위,중요도,비밀,개인 정보,전자 메일 유형,전자 메일 2 유형,전자 메일 3 유형`, ",") {
		out[Fold(w)] = true
	}
	return out
}

// DullValue reports whether a value is the default that a program writes into its own columns.
func DullValue(v string) bool {
	switch strings.ToLower(clean.Text(v)) {
	case "", "normal", "low", "false", "smtp", "unspecified", "0", "no", "none", "一般", "標準", "普通", "否", "未指定", "falsch", "nein", "niedrig", "faux", "normale", "偽", "無", "通常", "標准", "标准", "aus", "off", "オフ", "보통", "낮음", "아니오", "거짓":
		return true
	}
	return false
}

// isSensitive asks package clean, and knows what programs call a number of the government.
func isSensitive(header string) bool { return clean.Sensitive(header) }
