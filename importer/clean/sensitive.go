package clean

import "strings"

// Sensitive reports whether a header names something that must not go into notes or custom fields without asking: credit cards, bank accounts,
// 身分證字號 and other personal ids, passports, passwords, health insurance. A firm's tax id is not sensitive.
func Sensitive(header string) bool {
	key := keepLetters(foldVariants(strings.ToLower(half(Text(header)))))
	for _, word := range sensitiveWords {
		if strings.Contains(key, word) {
			return true
		}
	}
	return sensitiveHeaders[key]
}

// sensitiveWords are sensitive wherever they stand in a header, without blanks, in lower case.
var sensitiveWords = strings.Fields(`
	creditcard cardnumber ccnumber 信用卡 卡號 卡号 カード番号 kreditkarte cartedecrédit cartadicredito tarjeta
	身分證 身份證 身份证 身分証 居留證號 統一證號 居留证 護照 护照 passport パスポート reisepass 健保卡 社會保險號 社保号 マイナンバー 個人番号
	政府標識號 政府标识号 政府識別號
	socialsecurity nationalid nationalidentification identitycard personalid idnumber idcardno codicefiscale steuerid sozialversicherung fiscalcode numerodesecu dninie
	password passwort passcode 密碼 密码 パスワード secretquestion
	bankaccount accountnumber bankkonto kontonummer 銀行帳號 銀行帳戶 银行账号 帳號密碼 口座番号 存摺
	駕照 driverlicense driverslicense driverslicence 病歷 病历 medicalrecord 血型`)

var sensitiveHeaders = setOf("ssn sin pin cvv cvc nino dni nif iban curp cpf aadhaar 證號 帳戶 blz pwd idno")
