package importer

import (
	"strings"

	"regulars/importer/clean"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// readEntry fills an entry from an LDIF record. The attributes are those of inetOrgPerson (RFC 2798) and of Mozilla's address book.
func readEntry(r sheet.Record, e *entry) {
	e.reset(r.Number)
	dn := ""
	for _, p := range r.Props {
		if strings.TrimSpace(p.Text) == "" {
			continue
		}
		if p.Name == "dn" {
			dn = p.Text
			continue
		}
		putAttribute(e, p)
	}
	if e.name.Full == "" && e.name.Family == "" && e.name.Given == "" {
		e.name.Full = commonName(dn)
	}
}

// commonName is the cn of a distinguished name.
func commonName(dn string) string {
	for _, part := range strings.Split(dn, ",") {
		key, value, _ := strings.Cut(part, "=")
		if strings.EqualFold(strings.TrimSpace(key), "cn") {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// attributeFields are the attributes that hold one text of a contact.
var attributeFields = map[string]string{
	"givenname": "name.given", "sn": "name.family", "surname": "name.family", "mozillanickname": "nickname", "xmozillanickname": "nickname", "displayname": "display",
	"cn": "display", "commonname": "display", "personaltitle": "name.prefix", "generationqualifier": "name.suffix",
	"o": "company", "company": "company", "organizationname": "company", "ou": "department", "department": "department", "departmentnumber": "department",
	"orgunit": "department", "organizationalunitname": "department", "title": "job_title",
	"telephonenumber": "phone.work", "workphone": "phone.work", "otherphone": "phone.other", "homefax": "phone.home-fax", "homephone": "phone.home", "mobile": "phone.mobile", "cellphone": "phone.mobile", "carphone": "phone.other", "fax": "phone.fax",
	"facsimiletelephonenumber": "phone.fax", "pager": "phone.pager", "pagerphone": "phone.pager",
	"mail": "email", "mozillasecondemail": "email.other", "xmozillasecondemail": "email.other", "mailalternateaddress": "email.other",
	"street": "address.work.street", "streetaddress": "address.work.street", "postaladdress": "address.work.street", "mozillaworkstreet2": "address.work.extended",
	"l": "address.work.city", "locality": "address.work.city", "st": "address.work.region", "region": "address.work.region", "postalcode": "address.work.postal",
	"zip": "address.work.postal", "c": "address.work.country", "countryname": "address.work.country", "co": "address.work.country", "postofficebox": "address.work.po_box",
	"mozillahomestreet": "address.home.street", "homepostaladdress": "address.home.street", "homestreet": "address.home.street", "mozillahomestreet2": "address.home.extended",
	"mozillahomelocalityname": "address.home.city", "mozillahomestate": "address.home.region", "mozillahomepostalcode": "address.home.postal",
	"mozillahomecountryname": "address.home.country", "mozillahomeurl": "link.web", "mozillaworkurl": "link.web", "homeurl": "link.web", "workurl": "link.web",
	"labeleduri": "link.web", "nsaimid": "link.im", "nscpaimscreenname": "link.im", "birthyear": "birthday.year", "birthmonth": "birthday.month", "birthday": "birthday.day",
	"dateofbirth": "birthday", "description": "notes", "notes": "notes", "comment": "notes", "preferredlanguage": "language", "employeenumber": "external_id",
}

// quietAttributes say something about the entry, not about the contact.
var quietAttributes = map[string]bool{"objectclass": true, "modifytimestamp": true, "createtimestamp": true, "mozillausehtmlmail": true, "xmozillausehtmlmail": true, "changetype": true,
	"luid": true, "jpegphoto": true, "userpassword": true, "usercertificate": true, "version": true, "entryuuid": true, "member": true, "creatorsname": true, "modifiersname": true}

func putAttribute(e *entry, p sheet.Prop) {
	name := strings.ToLower(p.Name)
	if name == "objectclass" {
		if strings.EqualFold(p.Text, "groupOfNames") || strings.EqualFold(p.Text, "groupOfUniqueNames") {
			e.kind = "group"
		}
		return
	}
	if quietAttributes[name] {
		return
	}
	field := attributeFields[name]
	if field == "" {
		field = crm.CustomPrefix + p.Name
	}
	text := p.Text
	if strings.HasSuffix(name, "postaladdress") {
		text = strings.ReplaceAll(text, "$", "\n") // RFC 4517, 3.3.28
	}
	if field == "display" {
		e.addDisplay(text)
		return
	}
	putSimple(e, field, p.Name, text)
}

// addDisplay takes the first whole name (cn, displayName); a different one is another name.
func (e *entry) addDisplay(text string) {
	if e.name.Full == "" || e.name.Full == text {
		e.name.Full = text
		return
	}
	e.echoes = append(e.echoes, fieldText{"", text, ""})
}

// putSimple puts a text that has no neighbours into its field.
func putSimple(e *entry, field, from, text string) {
	col := newColumn(field, from)
	switch col.target.Base {
	case "phone":
		e.phones = append(e.phones, phoneText{kind: col.target.Kind, cell: clean.Typed(text), from: from})
	case "email":
		e.emails = append(e.emails, kindText{col.target.Kind, text, from})
	case "link":
		e.links = append(e.links, kindText{col.target.Kind, text, from})
	case "address":
		a := e.address(addressSlot{kind: col.target.Kind})
		putAddressPart(&a.parts, col.target.Part, sheet.Cell{Text: text})
		a.from = from
	case crm.DateBirthday:
		putDate(e, &col, sheet.Cell{Text: text})
	default:
		putText(e, &col, sheet.Cell{Text: text})
	}
}
