package demo

import (
	"strings"

	"regulars/store/crm"
)

// line is a switchboard: the number as it is dialled in its country and in E.164.
type line struct{ national, e164 string }

// phone gives the number at an extension, if any.
func (l line) phone(kind, ext string) crm.Phone {
	text := l.national
	if ext != "" {
		text += " #" + ext
	}
	return crm.Phone{Kind: kind, Number: l.e164, Ext: ext, Text: text}
}

// landline throws an office number; area is the area code in Taiwan.
func (d *dice) landline(where country, area string) line {
	switch where {
	case taiwan:
		return d.taiwaneseLine(area)
	case hongKong:
		n := "2" + pick(d, []string{"1", "3", "4", "5", "6", "7", "8"}) + d.digits(6)
		return line{"+852 " + n[:4] + " " + n[4:], "+852" + n}
	case japan:
		n := d.digits(7)
		return line{"03-3" + n[:3] + "-" + n[3:], "+8133" + n}
	case usa:
		n := "55501" + d.digits(2)
		return line{"+1 212-" + n[:3] + "-" + n[3:], "+1212" + n}
	case britain:
		n := "0" + d.digits(3)
		return line{"+44 20 7946 " + n, "+44207946" + n}
	}
	n := d.digits(2)
	return line{"+49 30 23125 0" + n, "+493023125" + "0" + n}
}

// taiwaneseLine knows how long a number is: eight digits behind 02 and 04, seven behind 03, 05 to 08, six or seven behind the rest (numbering
// plan of the National Communications Commission).
func (d *dice) taiwaneseLine(area string) line {
	n := "2" + d.digits(7)
	switch area {
	case "02", "04":
	case "049":
		n = "2" + d.digits(6)
	case "037", "089":
		n = "3" + d.digits(5)
	default:
		n = pick(d, []string{"2", "3", "5"}) + d.digits(6)
	}
	text := area + "-" + n[:len(n)-4] + "-" + n[len(n)-4:]
	if len(n) == 6 {
		text = area + "-" + n
	}
	if d.chance(20) {
		text = "(" + area + ")" + n
	}
	return line{text, "+886" + strings.TrimPrefix(area, "0") + n}
}

// mobile throws the number of a mobile phone.
func (d *dice) mobile(where country) crm.Phone {
	l := line{}
	switch where {
	case taiwan:
		l = d.taiwaneseMobile()
	case hongKong:
		n := "6" + d.digits(7)
		l = line{"+852 " + n[:4] + " " + n[4:], "+852" + n}
	case japan:
		n := "1" + d.digits(7)
		l = line{"090-" + n[:4] + "-" + n[4:], "+8190" + n}
	case usa:
		n := "55501" + d.digits(2)
		l = line{"+1 646-" + n[:3] + "-" + n[3:], "+1646" + n}
	case britain:
		n := "123" + d.digits(3)
		l = line{"+44 7400 " + n, "+447400" + n}
	case germany:
		n := "04" + d.digits(2)
		l = line{"+49 171 39200" + n[2:], "+4917139200" + n[2:]}
	}
	return l.phone(crm.PhoneMobile, "")
}

func (d *dice) taiwaneseMobile() line {
	n := "9" + pick(d, []string{"10", "12", "18", "19", "20", "22", "28", "32", "33", "35", "37", "52", "55", "63", "72", "75", "78", "88"}) + d.digits(6)
	text := "0" + n[:3] + "-" + n[3:6] + "-" + n[6:]
	switch {
	case d.chance(10):
		text = "0" + n
	case d.chance(10):
		text = "0" + n[:3] + " " + n[3:6] + " " + n[6:]
	}
	return line{text, "+886" + n}
}
