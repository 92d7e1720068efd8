package clean

// The codes of the notes. The catalogues hold a text "problem."+code for each of them.
const (
	TextTooLong  = "text-too-long" // thousands of characters where a name or number belongs
	TextRepaired = "text-repaired" // invisible characters or full-width letters were put right

	NameSurnameOnly   = "name-surname-only"   // 司馬: no given name
	NameHonorific     = "name-honorific"      // 王小明先生: the honorific became the salutation
	NameNoGiven       = "name-no-given"       // 陳小姐: family name and honorific
	NameTitle         = "name-title"          // 林經理: a title in place of the given name
	NameTitleMoved    = "name-title-moved"    // 王小明經理: the title became the job title
	NameDoubleSurname = "name-double-surname" // 張李美玉: may be two surnames
	NameOrderUnsure   = "name-order-unsure"   // which of the parts is the family name is not sure
	NameSeveral       = "name-several"        // more than one person in the cell
	NameCompany       = "name-company"        // a company in a name column
	NameIsEmail       = "name-is-email"       // an e-mail address in a name column
	NameIsNumber      = "name-is-number"      // only digits in a name column
	NameAlternative   = "name-alternative"    // a second name in the cell, kept as alternative name
	NameJoined        = "name-joined"         // whole name in the column of a part, columns that repeat each other
	NameDiffers       = "name-differs"        // the whole-name column says something else than the parts
	NameRemark        = "name-remark"         // a remark in the name cell, moved to the notes
	NameMissing       = "name-missing"        // no name in the row; shown by e-mail or phone

	PhoneZeroRestored   = "phone-zero-restored"   // a number cell had lost its leading zero
	PhoneDamaged        = "phone-damaged"         // 9.12346E+08: digits are lost
	PhoneNoArea         = "phone-no-area"         // no area code
	PhoneByPlace        = "phone-by-place"        // country code supplied from the address
	PhoneAmbiguous      = "phone-ambiguous"       // belongs to different countries
	PhoneUnreadable     = "phone-unreadable"      // no number in the cell
	PhoneImpossible     = "phone-impossible"      // no such number in the plan of its country
	PhoneSeveral        = "phone-several"         // one cell, several numbers
	PhoneSuggested      = "phone-suggested"       // no area code or no leading zero; what it most likely is
	PhoneRemark         = "phone-remark"          // a remark in the cell
	PhoneInternational  = "phone-international"   // + supplied for a number that begins with its country code
	PhoneLetters        = "phone-letters"         // 1-800-FLOWERS
	PhoneDecimals       = "phone-decimals"        // 912345678.0 of a number cell
	PhoneNoNumber       = "phone-no-number"       // an extension alone
	PhoneCountryUnknown = "phone-country-unknown" // national form of an unknown country

	EmailSeveral   = "email-several"
	EmailUnwrapped = "email-unwrapped" // mailto:, Wang <…>, stray dots
	EmailInvalid   = "email-invalid"
	EmailNoDot     = "email-no-dot" // a@localhost

	PostalZeroRestored = "postal-zero-restored"
	PostalHyphen       = "postal-hyphen-restored"
	PostalUnlikely     = "postal-unlikely" // does not look like a code of that country
	PostalDiffers      = "postal-differs"  // column and address hold two codes
	AddressSeveral     = "address-several"
	AddressRemark      = "address-remark"
	AddressJoined      = "address-joined" // put together from cells without header

	TaxIDInvalid      = "taxid-invalid"
	TaxIDZeroRestored = "taxid-zero-restored"
	TaxIDForeign      = "taxid-foreign"
	TaxIDUnreadable   = "taxid-unreadable"
	TaxIDPersonal     = "taxid-personal" // 身分證字號

	DateROC        = "date-roc"        // a year of the Republic was converted
	DateJapanese   = "date-japanese"   // a Japanese era was converted
	DateROCDoubt   = "date-roc-doubt"  // a two-digit year was taken as one of the Republic
	DateTwoDigit   = "date-two-digit"  // two-digit year: ask
	DateOrderAsk   = "date-order"      // day or month first: ask
	DateSerial     = "date-serial"     // a bare number was read as the day count of a spreadsheet
	DateNoYear     = "date-no-year"    // the year may be the year of typing and was left out
	DateImpossible = "date-impossible" // no such day
	DateUnreadable = "date-unreadable" // no date at all
	DateBeforeROC  = "date-before-roc" // 民國前1年
	DateLunar      = "date-lunar"      // a day of the lunar calendar
)
