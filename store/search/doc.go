// Package search finds and sorts contacts. It has the query language that window and command line share, the index that answers a query on
// every key that is pressed, and the orders of names in Chinese: by strokes, by Zhuyin, by Pinyin. It knows crm and nothing of files,
// windows or catalogues; who holds the contacts builds an Index and keeps it fresh by With.
//
// # The query language
//
// Words that stand beside each other must all occur, anywhere in the record:
//
//	王小明              a name, or a part of one; 关系 finds 關係, 台 finds 臺, Ａ finds a, Müller is found by muller
//	wangxm  wxm  ㄨㄒㄇ  names as they are read: of each syllable all of it or its first sound, of the last one any beginning; no tones
//	0912-345  +886912…  telephone numbers by their digits, however they were written, with or without the country
//	"台北市 中山"        exactly this, not as a reading; also 「…」『…』“…”
//
// A field's name and a colon ask for one field. The names are in FieldWords, in English and Chinese: tag:VIP is 標籤:VIP. The colon may be
// of full width. What is no field of the program is the name of a user-defined one: 發票抬頭:大同. A value with blanks, and a name with
// blanks, stands in quotation marks.
//
//	company:大同  city:台北  notes:茶  email:example   the text occurs in the field
//	company:=大同                                      the field is this text
//	tag:VIP  tag:VIP*  role:  gender:  external:       the whole text, or with a star its beginning
//	postal:10  tax:123  lang:zh                        the beginning of the text
//	country:TW  country:Taiwan  country:台灣             a country by its code or any of its names; else the beginning of what was typed
//	phone:5678                                         digits anywhere in a number
//	kind:person  kind:company
//	channel:post                                       may be reached so: not refused, and the record holds what it needs
//	allowed:email  refused:fax  prefers:line           what the contact said
//	has:email  no:phone  has:發票抬頭                    whether there is anything; also mobile, fax, line, photo, reading, consent
//
// Dates (card, verified, touch, birthday, anniversary) are a year, a month or a day; missing parts mean all of it. Birthdays and
// anniversaries may leave out the year.
//
//	verified:2025  verified:<2025-01-01  verified:>=2025-06  verified:2024..2025-06
//	birthday:11  birthday:11-25  birthday:12-20..01-10  birthday:1986
//	touch:30d  touch:<30d      in the last 30 days; w, m and y are weeks, months and years; today is 0d
//	touch:>30d                 longer ago than 30 days
//	birthday:30d               comes round in the next 30 days
//
// What has no date meets no comparison. A birthday in the lunar calendar is compared as it stands, and never comes round.
//
// A minus sign or NOT turns the next part round, OR, 或 or a bar joins alternatives, brackets group. AND may be written. OR binds less than
// standing beside each other:
//
//	tag:VIP (city:台北 OR city:新北) -tag:供應商
//
// As rules:
//
//	query     = all { ("OR" | "或" | "|") all }
//	all       = part { ["AND" | "且"] part }
//	part      = ("-" | "NOT") part | "(" query ")" | condition | quoted | word
//	condition = (key | quoted) ":" [ "<" | ">" | "<=" | ">=" | "=" ] (quoted | word)
//
// A quotation mark that is still open ends with the text, on the command line as while people type: it can mean nothing else, and the list
// goes on following each key. A bracket that is still open is an error, since the query may mean several things by it.
package search
