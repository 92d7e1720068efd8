package mapping

import (
	"strings"
	"sync"
)

// The dictionary of header words. A line is "field: word, word, …"; words are folded when the tables are built, so that case, width and
// signs do not matter here. Three tables work together:
//
//   - exactWords are whole headers;
//   - partWords are what a header names when home, work or other is taken off it: "商務 - 街 2" is work + street + 2;
//   - qualifiers are the words for home, work and other, noiseWords what may stand before or after without saying anything.

const exactWords = `
name: 姓名, 名稱, 名称, 客戶, 客户, 客戶名稱, 客户名称, 全名, 中文姓名, 客戶姓名, 客户姓名, 聯絡人, 联系人, 聯絡人姓名, 联系人姓名, 聯繫人, 連絡人, 收件人, 收件人姓名, 會員姓名, 会员姓名, 來賓姓名, 嘉賓姓名, 賓客姓名, 報名者, 報名人, 參加者, 參加人, 学员姓名, 學員姓名, 學生姓名, 代表人, 窗口, 承辦人, 業務聯絡人, 受訪者, 您的姓名, 姓名全名, 姓氏名字, 顯示名稱, 显示名称, 显示名, 表示名, 氏名, 名前, お名前, 顧客名, 担当者, 担当者名, ご担当者名, 参加者名, 성명, 표시명, 고객명, 담당자, 담당자명, 참석자, 참석자명, 이름, name, full name, fullname, contact, contact name, contact person, display name, formatted name, customer name, client name, guest name, attendee name, attendee, participant, recipient, person, member name, first and last name, name (first and last), your name, file as, Anzeigename, vollständiger Name, Nom, Naam, Ansprechpartner, Kontakt, Kontaktperson, Kontaktname, nom complet, nom et prénom, prénom et nom, nom à afficher, contact principal, nombre completo, nombre y apellidos, nombre y apellido, nome completo, nome e cognome, nominativo, fn
name.family: 姓, 姓氏, 姓氏漢字, 氏, 苗字, 氏名［姓］, 氏名姓, 성, 성씨, last name, lastname, surname, family name, familyname, last, sn, Nachname, Familienname, Zuname, nom de famille, apellido, apellidos, cognome, sobrenome, apelido, achternaam
name.given: 名, 名字, 名字(名), 名漢字, 氏名［名］, 氏名名, 이름(성 제외), first name, firstname, given name, givenname, first, forename, christian name, Vorname, prénom, nombre, nome, primeiro nome, voornaam
name.middle: 中間名, 中间名, ミドル, ミドル ネーム, ミドルネーム, 중간 이름, middle name, middlename, middle, additional name, additional names, second name, Weitere Vornamen, 2. Vorname, zweiter Vorname, deuxième prénom, segundo nombre, secondo nome
name.prefix: 경칭, name prefix, prefix, honorific prefix, honorific prefixes, Titel, akademischer Titel, 頭銜前綴
name.suffix: suffix, name suffix, honorific suffix, honorific suffixes, Suffix, suffixe, Namenszusatz, 後綴, 后缀, 호칭 접미사
salutation: 稱呼, 稱謂, 称谓, 称呼, 尊稱, 尊称, 敬稱, 敬称, 호칭, salutation, honorific, greeting, courtesy title, Anrede, civilité, titolo, tratamiento, tratamento, appellativo
nickname: 暱稱, 昵称, 呢称, 別名, 别名, 綽號, 外號, 小名, ニックネーム, 愛称, 애칭, 별명, nickname, nick name, nick, alias, Spitzname, surnom, pseudo, apodo, soprannome
reading: 拼音, 注音, 讀音, 姓名拼音, 姓名拚音, フリガナ, ふりがな, カナ, 氏名カナ, 氏名（カナ）, 氏名フリガナ, お名前フリガナ, 요미, yomi name, yomi, phonetic name, furigana, pinyin, pronunciation
reading.family: 姓氏拚音或音標, 姓氏拼音或音標, 姓氏拼音, 姓拼音, 姓フリガナ, 姓カナ, セイ, 氏名（カナ）［姓］, family name yomi, surname yomi, phonetic last name, phonetic family name, last name phonetic, last name yomi
reading.given: 名字拚音或音標, 名字拼音或音標, 名字拼音, 名拼音, 名前フリガナ, 名フリガナ, 名カナ, メイ, 氏名（カナ）［名］, given name yomi, given yomi, phonetic first name, phonetic given name, first name phonetic, first name yomi
alt_names: 英文姓名, 英文名, 英文名字, 外文姓名, 外文名, 其他姓名, 其他名稱, 曾用名, 原名, 舊名, 英文全名, 氏名（英名）, 英語名, english name, other names, alternative name, also known as, maiden name, short name, Geburtsname, Mädchenname, nom de jeune fille
gender: 性別, 性别, 성별, gender, sex, Geschlecht, sexe, género, sesso, sexo
company: 公司, 公司名稱, 公司名称, 公司名, 單位, 单位, 服務單位, 服务单位, 單位名稱, 单位名称, 工作單位, 工作单位, 任職單位, 任職公司, 服務機構, 服務機關, 就職公司, 所屬單位, 所屬公司, 機構, 机构, 機構名稱, 机构名称, 機關, 機關名稱, 企業, 企业, 企業名稱, 企业名称, 廠商, 廠商名稱, 客戶公司, 客户公司, 公司全名, 公司行號, 公司抬頭, 行號, 商號, 店名, 商家名稱, 店家, 店家名稱, 組織, 组织, 組織名稱, 團體名稱, 團體, 學校, 學校名稱, 学校, 学校名称, 校名, 院所名稱, 醫院名稱, 所屬機構, 雇主, 供應商, 供应商, 供應商名稱, 帳戶名稱, 会社, 会社名, 会社名称, 企業名, 勤務先, 勤務先名, 所属, 組織名, 法人名, 団体名, 貴社名, 회사, 회사명, 기관, 기관명, 소속기관, 단체명, 업체명, 상호, 조직, 법인명, company, company name, companyname, organization, organisation, organization name, organisation name, employer, account name, account, firm, business, business name, associated company, current company, company / account, institution, school, school name, agency, corporation, vendor, supplier, Firma, Firmenname, Unternehmen, Gesellschaft, Arbeitgeber, société, entreprise, raison sociale, organisme, nom de société, nom de l'entreprise, empresa, compañía, azienda, società, ragione sociale, impresa, bedrijf, bedrijfsnaam, org
department: 部門, 部门, 部門名稱, 部门名称, 處室, 科室, 單位部門, 所屬部門, 系所, 課別, 部署, 部署名, 所属部署, 部課, 부서, 부서명, 소속, 소속부서, department, dept, department name, division, team, Abteilung, service, département, departamento, reparto, dipartimento, ufficio, afdeling
job_title: 職稱, 职称, 職務, 职务, 職位, 职位, 頭銜, 头衔, 職銜, 职衔, 職級, 工作職稱, 現職, 役職, 役職名, 肩書き, 肩書, 직책, 직위, 직함, 직급, job title, jobtitle, title, position, role, job, job role, designation, business title, title / position, current position, function, Arbeitstitel, Position, Funktion, Stelle, Berufsbezeichnung, fonction, poste, titre, intitulé du poste, cargo, puesto, ruolo, posizione, mansione, qualifica, functie
tax_id: 統一編號, 統編, 统一编号, 公司統編, 公司統一編號, 買方統編, 發票統編, 營利事業統一編號, 稅號, 税号, 统一社会信用代码, 社会信用代码, 統一社會信用代碼, 纳税人识别号, 法人番号, 사업자등록번호, 사업자번호, tax id, taxid, tax number, tax no, vat, vat number, vat id, vat no, ubn, ein, business number, company registration number, USt-IdNr., Umsatzsteuer-ID, Steuernummer, SIRET, SIREN, numéro de TVA, partita iva, p. iva, p.iva, NIF, CIF, CNPJ, RFC
roles: 客戶類型, 客户类型, 角色, 往來身分, 往來對象, roles, contact type, relationship, relationship type
tags: 標籤, 标签, 分類, 分类, 類別, 类别, 群組, 群组, 分組, 分组, 組別, 客戶分類, 客户分类, 客戶群組, 客戶類別, 聯絡人群組, 關鍵字, タグ, グループ, ラベル, カテゴリ, カテゴリー, 분류, 그룹, 태그, 라벨, 범주, tags, tag, labels, label, group, groups, group membership, category, categories, keywords, segment, lists, list, distribution lists, Kategorien, Kategorie, Gruppe, Gruppen, Stichwörter, Schlagwörter, catégories, catégorie, groupe, groupes, mots clés, étiquettes, categoría, categorías, etiquetas, grupo, categoria, categorie, gruppo, etichette
notes: 備註, 备注, 備考, 附註, 附注, 註記, 註解, 注釋, 注释, 记事, 記事, 說明, 说明, 筆記, 笔记, 備忘, 摘要, 其他說明, 其他备注, 其它, 備註事項, 備註說明, メモ, ノート, 摘記, コメント, 비고, 메모, 참고, notes, note, comment, comments, remark, remarks, memo, description, background, additional information, about, bio, Notizen, Notiz, Bemerkung, Bemerkungen, Kommentar, Anmerkung, Anmerkungen, remarque, remarques, commentaire, commentaires, notas, observaciones, note aggiuntive, osservazioni, annotazioni, observações
birthday: 生日, 出生日期, 出生年月日, 出生日, 生日日期, 誕生日, 生年月日, 生辰, 국생일, 생일, 생년월일, birthday, birth date, birthdate, date of birth, dob, born, bday, Geburtstag, Geburtsdatum, date de naissance, anniversaire, naissance, fecha de nacimiento, cumpleaños, data di nascita, compleanno, data de nascimento
birthday.year: birth year, year of birth, 出生年, 出生年份, 誕生年, 生年, 生日年, 生日 (年), 태어난 해, 출생연도, Geburtsjahr, année de naissance
birthday.month: birth month, month of birth, 出生月, 出生月份, 誕生月, 生月, 生日月, 生日 (月), 태어난 달, Geburtsmonat, mois de naissance
birthday.day: birth day, day of birth, 生日日, 生日 (日), 出生日(日), jour de naissance
anniversary: 紀念日, 纪念日, 周年紀念, 結婚紀念日, 结婚纪念日, 記念日, 結婚記念日, 기념일, anniversary, wedding anniversary, wedding day, Jahrestag, Hochzeitstag, anniversaire de mariage, anniversaire de mariage ou fête, aniversario, anniversario
card_date: 名片日期, 建立日期, 創建日期, 创建日期, 建檔日期, 新增日期, 建立時間, 创建时间, 交換日期, 名刺交換日, 登録日, 作成日, 등록일, 생성일, card date, date added, added on, created, created at, create date, created date, creation date, date created, connected on, joined, join date, first seen, exchange date, Erstellt am, Erstelldatum, date de création, fecha de creación, data creazione
last_verified: 最後確認, 最後確認日, 確認日期, 核對日期, 更新日期, 最後更新, 修改日期, last verified, verified on
last_touch: 最近聯絡, 最後聯絡, 最後聯絡日, 上次聯絡, 最近聯絡日期, 最後聯絡日期, last contact, last contacted, last contact date, last seen, last activity, last activity date
preferred_channel: 偏好管道, 偏好聯絡方式, 聯絡偏好, 慣用聯絡方式, preferred channel, preferred contact method, contact preference, preferred contact
language: 語言, 语言, 通訊語言, 慣用語言, 言語, 언어, language, preferred language, correspondence language, Sprache, langue, idioma, lingua
source: 來源, 来源, 客戶來源, 客户来源, 名單來源, 資料來源, 線索來源, 线索来源, 獲得管道, 得知管道, 流入元, 리드 소스, 유입경로, source, lead source, original source, contact source, how did you hear about us, how did you hear about this event, Quelle, Herkunft, origine, fuente, fonte
referrer: 介紹人, 介绍人, 推薦人, 推荐人, 引薦人, 引用, 介紹者, 紹介者, 추천인, 소개자, referred by, referrer, referral, introduced by, Empfohlen von, recommandé par, recomendado por, referente
preferences: 喜好, 偏好, 興趣, 兴趣, 嗜好, 特別需求, 特殊需求, 飲食習慣, 趣味, 취미, hobby, hobbies, interests, preferences, dietary requirements, passe-temps, Hobbys, Hobbies, aficiones, interessi
external_id: 編號, 编号, 客戶編號, 客户编号, 客戶代號, 客户代码, 代號, 代碼, 代码, 會員編號, 会员编号, 會員號碼, 學校代碼, 機構代碼, 名片編號, 系統編號, 顧客番号, 顧客コード, 会員番号, ID 番号, 고객번호, 고객코드, 회원번호, id, contact id, record id, customer id, customer number, customernumber, customer no, client id, account number, member id, uid, uuid, external id, registration id, attendee id, Kundennummer, Kunden-Nr., Kundennr, numéro client, n° client, código cliente, codice cliente
kind: 種類, 联系人类型, 聯絡人類型, 類型(個人/公司), kind
phone: 電話, 电话, 電話號碼, 电话号码, 聯絡電話, 联系电话, 联络电话, 連絡電話, 聯繫電話, 聯絡電話號碼, 電話1, TEL, 電話番号, ご連絡先電話番号, 연락처, 전화, 전화번호, phone, phone number, phonenumber, tel, tel., tel no, telephone, telephone number, telephone no, contact number, contact phone, contact no, primary phone number, number, Telefon, Telefonnummer, Tel.-Nr., Rufnummer, Fernsprecher, Festnetz, téléphone, tél., numéro de téléphone, teléfono, telefono, telefone, numero di telefono, recapito telefonico, telefoon
phone.mobile: 手機, 手机, 手機號碼, 手机号码, 手机号, 行動電話, 行动电话, 行動, 移動電話, 移动电话, 移动电话号码, 手機電話, 大哥大, 電話 行動, 電話 手機, 手提電話, 流動電話, 行動電話號碼, 手提, 携帯, 携帯電話, 携帯番号, 携帯電話番号, 휴대폰, 휴대전화, 핸드폰, 휴대폰번호, 휴대폰 번호, 핸드폰번호, 휴대전화번호, mobile, mobile phone, mobile number, mobile phone number, mobilephone, phone mobile, phone cell, tel mobile, telephone mobile, cell, cell phone, cellphone, cell number, cellular, home mobile, work mobile, m, Handy, Handynummer, Mobil, Mobiltelefon, Mobilnummer, Mobil-Tel.-Nr., Mobilfunk, portable, mobile (tél.), tél. mobile, téléphone mobile, téléphone portable, tél. portable, n° de portable, móvil, celular, teléfono móvil, cellulare, telefono cellulare, telemóvel, mobiel, gsm
phone.work: 公司電話, 公司电话, 辦公電話, 办公电话, 辦公室電話, 办公室电话, 市話, 市内电话, 市內電話, 室內電話, 固定電話, 固定电话, 座機, 座机, 工作電話, 工作电话, 商務電話, 商务电话, 單位電話, 日間電話, 白天電話, 直線, 直線電話, 專線, 電話(公), 電話(O), TEL(O), TEL会社, TEL部門, TEL直通, 勤務先電話, 勤務先電話番号, 会社電話, 会社電話番号, 代表番号, 直通電話, 회사전화, 회사 전화, 직장전화, 사무실전화, 일반전화, 유선전화, 내선전화, office phone, office tel, office number, business phone, work phone, work tel, direct line, direct, direct phone, landline, day phone, daytime phone, Tel. dienstlich, Telefon dienstlich, Durchwahl, tél. professionnel, téléphone professionnel, téléphone fixe, fixe, teléfono trabajo, telefono ufficio
phone.home: 住家電話, 家用電話, 家庭電話, 家庭电话, 住宅電話, 住宅电话, 宅電, 家電話, 夜間電話, 晚上電話, 電話(宅), 電話(H), TEL(H), 自宅電話, 自宅電話番号, 집전화, 자택전화, home phone, home tel, home number, evening phone, private phone, Tel. privat, Telefon privat, tél. personnel, téléphone domicile, téléphone personnel, telefono casa
phone.main: 单位主要电话, 主要电话, 公司代表線, 代表電話, 代表號, 總機, 总机, 公司總機, 電話總機, 会社代表電話, 대표전화, 대표번호, company main phone, company phone, main phone, switchboard, main number, main, Telefon Firma, Haupttelefon, Zentrale, téléphone société, téléphone principal, standard, centralino, primary phone, primary
phone.fax: 傳真, 传真, 傳真號碼, 传真号码, 傳真電話, 公司傳真, 公司传真, 電話 傳真, phone fax, tel fax, 商務傳真, FAX番号, ファックス, ファクス, 팩스, 팩스번호, fax, fax number, fax no, facsimile, telefax, business fax, work fax, office fax, company fax, Faxnummer, Fax dienstlich, télécopie, télécopieur, fax professionnel
phone.home-fax: 住家傳真, 家庭传真, 住宅传真, home fax, 自宅 FAX, 自宅ファックス, 집 팩스, Fax privat, télécopie domicile
phone.pager: 呼叫器, 呼叫器號碼, 寻呼机, 寻呼机号码, 傳呼, ポケットベル, ポケットベル番号, 호출기, pager, pager number, beeper, Pager-Nummer, radiomessagerie, récepteur de radiomessagerie, bip
phone.other: 其他電話, 其它電話, 其他电话, 第二電話, 備用電話, 其他聯絡電話, 回撥電話, 汽車電話, 車用電話, 無線電話, 回电话, 车载电话, 无绳电话, 无线电话, その他の電話, その他電話, 自動車電話, 無線電話, コールバック, 기타전화, other phone, other number, alternate phone, alternative phone, secondary phone, second phone, callback, car phone, radio phone, isdn, tty/tdd phone, tty/tdd 電話, tty/tdd, ttytddphone, yahoo! phone, phone video, Autotelefon, Rückmeldung, Telefon für Hörbehinderte, téléphone (voiture), radio téléphone, rappel, RNIS, téléphone TDD/TTY
phone.ext: 分機, 分机, 分機號碼, 分机号, 內線, 内線, 内線番号, 내선, 내선번호, ext, ext., extension, phone ext, phone extension, Nebenstelle, extensión, interno
email: 電子郵件, 电子邮件, 電子郵件地址, 电子邮件地址, 電郵, 电邮, 電郵地址, 電子信箱, 電子郵箱, 电子邮箱, 郵箱, 邮箱, 邮箱地址, 信箱, 郵件, 邮件, 郵件地址, 聯絡信箱, 主要 Email, 主要电子邮件, E-mail信箱, メール, メールアドレス, Eメール, 電子メール, 電子メール アドレス, e-メール, 이메일, 이메일주소, 이메일 주소, 메일, 메일 주소, 기본 메일, 전자우편, email, e-mail, email address, e-mail address, emailaddress, mail, mail address, primary email, email 1, courriel, e-mail adresse, E-Mail-Adresse, Mailadresse, Mail-Adresse, primäre E-Mail-Adresse, adresse e-mail, adresse mail, adresse email, adresse électronique, adresse électronique principale, adresse de messagerie, mél, correo, correo electrónico, email principal, posta elettronica, indirizzo email, indirizzo e-mail, correio eletrônico
email.work: 公司信箱, 公司電子郵件, 公司郵箱, 公司Email, 工作信箱, 工作邮箱, 公務信箱, work email, business email, office email, company email, professional email, work e-mail address, e-mail professionnel
email.home: 個人信箱, 個人電子郵件, 私人信箱, 个人邮箱, 私人邮箱, personal email, home email, private email, E-Mail privat, e-mail personnel
email.other: 其他信箱, 其他電子郵件, 備用信箱, 次要 Email, 备用电子邮件, 備用電子郵件, 別のメールアドレス, 추가 메일, secondary email, other email, alternate email, alternative email, additional email, second email, email 2, sekundäre E-Mail-Adresse, adresse électronique secondaire
link.web: 網站, 网站, 網址, 网址, 網頁, 网页, 公司網址, 公司网址, 公司網站, 公司网站, 公司網頁, 公司网页, 個人網頁, 个人网页, 官網, 首頁, 首页, 部落格, ホームページ, ウェブサイト, Webサイト, Web ページ, 個人 Web ページ, ビジネス Web ページ, HP, 홈페이지, 웹사이트, 웹 페이지, 개인 웹 페이지, 회사 웹 페이지, website, web site, web, web page, webpage, homepage, home page, url, website url, web address, www, company website, personal website, business website, personal web page, business web page, website blog, website home page, website other, website profile, website work, blog, Webseite, Internet, Internetseite, site web, site internet, page web, sitio web, página web, sito, sito web, sito internet, site
link.line: LINE, LINE ID, LINE帳號, LINE账号, LINE 代號, ライン, LINE名稱, 라인
link.wechat: 微信, 微信號, 微信号, 微信帳號, WeChat, WeChat ID, weixin
link.whatsapp: WhatsApp, WhatsApp number
link.telegram: Telegram, TG
link.skype: Skype, Skype ID, Skype name, IM Skype, Skype帳號
link.qq: QQ, QQ號, QQ号, QQ号码, QQ ID
link.facebook: Facebook, FB, 臉書, 脸书, Facebook URL, Facebook page, FB粉絲頁, 粉絲專頁, fb messenger id
link.linkedin: LinkedIn, LinkedIn URL, LinkedIn profile, LinkedIn profile URL, 領英
link.x: Twitter, X, Twitter handle, Twitter ID, 推特, X (Twitter)
link.im: 即時通, 即時通訊, 即时通讯, 通訊軟體, 網路代號, スクリーンネーム, Screen 아이디, 聊天帳號, im, im address, imaddress, im aim, im icq, im jabber, im msn, im yahoo, instagram, IG, screen name, messenger id, messenger, irc id, icq id, google id, msn id, aim id, icq, msn, jabber, Messenger-Name, nom de l'écran
address: 地址, 住址, 通訊地址, 通讯地址, 聯絡地址, 联系地址, 郵寄地址, 寄送地址, 收件地址, 寄件地址, 完整地址, 詳細地址, 详细地址, 郵件地址(郵寄), 帳單地址, 送貨地址, 住所, ご住所, 送付先住所, 연락처 주소, 주소, address, full address, mailing address, postal address, billing address, shipping address, postal, location address, Adresse, Anschrift, Postanschrift, Lieferadresse, Rechnungsadresse, adresse, adresse postale, adresse complète, dirección, direccion, domicilio, indirizzo, indirizzo completo, endereço, adres
address.work: 公司地址, 辦公地址, 办公地址, 營業地址, 工作地址, 單位地址, 工廠地址, 公司住址, 商務地址, 办公室地址, 学校地址, 學校地址, 勤務先住所, 会社住所, 会社所在地, 所在地, 회사주소, 회사 주소, 직장주소, office address, company address, business address, work address, Firmenadresse, Adresse geschäftlich, adresse professionnelle, indirizzo ufficio
address.home: 住家地址, 住家住址, 家庭地址, 住宅地址, 戶籍地址, 户籍地址, 居住地址, 家裡地址, 自宅住所, 집주소, 자택주소, 자택 주소, home address, residential address, private address, Privatadresse, Adresse privat, adresse personnelle, adresse privée, indirizzo casa
address.postal: 郵遞區號, 郵區, 邮编, 邮政编码, 郵政編碼, 郵編, 邮递区号, 區號, 郵遞區號(3碼), 郵遞區號3+2, 住址郵遞區號, 郵便番号, 〒, 우편번호, 우편 번호, postal code, postalcode, postcode, post code, zip, zip code, zipcode, zip/postal code, postal / zip code, PLZ, Postleitzahl, code postal, código postal, cap, cep, codice postale
address.city: 城市, 市/县, 縣市, 县市, 縣市名稱, 縣市別, 居住縣市, 市區町村, 市区町村, 市町村, 구/군, 구/군/시, 시군구, city, town, city/town, locality, suburb, Ort, Stadt, Wohnort, ville, localité, commune, ciudad, città, cidade, comune, plaats
address.district: 鄉鎮市區, 鄉鎮區, 鄉鎮, 行政區, 區域, 區, 区, 居住市鎮, district, county district, Ortsteil, quartier
address.region: 省份, 省/市/自治区, 省, 省/市, 州, 州省, 省/自治区/直辖市, 都道府県, 시/도, 시도, state, province, state/province, state/region, region, county, prefecture, state / province / region, Bundesland, Kanton, région, département, provincia, stato, estado
address.country: 國家, 国家, 國家/地區, 国家/地区, 國別, 国别, 國籍地, 国, 国または地域, 국가, 국가/지역, 나라, country, country/region, country / region, nation, country code, Land, Staat, Land/Region, pays, país, paese, nazione, nazione/paese
address.street: 街道, 街道地址, 路段, 街, 番地, 町名番地, 도로명주소, street, street address, address line, road, Straße, Strasse, Str., Straße und Hausnummer, Straße/Hausnr., rue, voie, calle, via, rua, straat
address.po_box: 郵政信箱, 邮政信箱, 私書箱, 사서함, po box, p.o. box, pobox, post office box, Postfach, boîte postale, b.p., apartado, casella postale
display: E-Mail: Angezeigter Name, Nom complet de l'adresse de messagerie, e-mail display name, email display name, 電子郵件顯示名稱, 電子メール表示名, 电子邮件显示名称, 전자 메일 표시 이름, メールの表示名, メール表示名
consent.post: 可寄送郵件, 同意郵寄, mail opt in
consent.email: 電子報, 訂閱電子報, 同意收電子郵件, newsletter, has newsletter, email opt in, marketing emails, accepts marketing, opt-in, newsletter opt-in, Accepts Email Marketing
consent.sms: 同意收簡訊, sms opt in, accepts sms marketing
consent.phone: 同意來電, phone opt in
`

// partWords are the parts of an address or the means of contact that home, work or other may stand before or after.
const partWords = `
phone: 電話, 电话, 電話號碼, 电话号码, 電話番号, TEL, 전화, 전화번호, phone, phone number, telephone, tel, Telefon, Telefonnummer, téléphone, tél, teléfono, telefono, telefone
mobile: 手機, 行動電話, 手机, 移动电话, 携帯電話, 휴대폰, mobile, mobile phone, cell, cell phone, Handy, Mobiltelefon, portable, celular, cellulare
fax: 傳真, 传真, FAX, FAX番号, ファックス, ファクス, 팩스, fax, fax number, Telefax, télécopie
pager: 呼叫器, pager
email: 電子郵件, 電子郵件地址, 信箱, 電郵, 邮箱, 邮件, 电子邮件, メール, メールアドレス, 이메일, 메일, email, e-mail, email address, e-mail address, mail, E-Mail-Adresse, adresse e-mail, adresse de messagerie, correo, Email地址
web: 網頁, 網址, 網站, 网页, 网址, 网站, Webページ, ホームページ, 웹페이지, 홈페이지, web page, web, website, url, Webseite, page web, site web, sitio web, sito web
address: 地址, 住址, 住所, 주소, address, full address, Adresse, Anschrift, adresse, dirección, indirizzo, endereço, address label, address formatted, formatted
street: 街, 街道, 街道地址, 所在街道, 所在街道地址, 所在地街道, 番地, 주소 번지, 번지, street, address street, street address, Straße, Strasse, rue, calle, via, address line
extended: extended address, address extended
city: 城市, 市/县, 所在城市, 所在縣/市, 所在市/县, 市区町村, 市町村, 縣市, 구/군, 구/군/시, city, town, locality, address city, address locality, Ort, Stadt, ville, ciudad, città
district: 市/鎮, 所在市/鎮, 鄉鎮市區, 行政區, 區
region: 省市, 省/市/自治区, 所在省/市, 所在省/市/自治区, 省, 都道府県, 시/도, state, province, region, county, address region, address state, state/province, Bundesland, Bundesland/Kanton, Region, Kanton, dép/région, département, région, pays/état, provincia
postal: 郵遞區號, 所在郵遞區號, 所在地的邮政编码, 邮政编码, 邮编, 郵便番号, 우편번호, 우편 번호, postal code, postcode, zip, zip code, address postal code, address zip, address zip code, PLZ, Postleitzahl, code postal, código postal, cap
country: 國家, 國家/地區, 所在國家/地區, 所在国家/地区, 国家, 国家/地区, 国/地域, 国, 国または地域, 国家地区, 국가, 국가/지역, country, country/region, address country, Land, Land/Region, pays, pays/région, país, paese
po_box: 地址郵政信箱, 郵政信箱, 住所私書箱, 私書箱, po box, address po box, Postfach, boîte postale, b.p., boîte postale du
`

// qualifierWords say whose phone or address it is.
const qualifierWords = `
work: 公司, 商務, 商务, 辦公, 辦公室, 办公, 办公室, 工作, 單位, 单位, 营业, 營業, 商务地址, 办公地址, 单位地址, 公司地址, 商務地址, 辦公地址, business address, work address, company address, 勤務先, 会社, ビジネス, 회사, 직장, 근무지, 근무처, 사무실, business, work, office, company, professional, organization, geschäftlich, dienstlich, Firma, beruflich, Arbeit, bureau, professionnel, professionnelle, professionnels, société, trabajo, oficina, lavoro, ufficio, trabalho, (O), 公
home: 住家, 住宅, 家庭, 家用, 個人, 个人, 私人, 住宅地址, 家庭地址, 住家地址, home address, 自宅, 個人用, 자택, 집, 개인, home, personal, private, residence, privat, domicile, personnel, personnelle, privée, privé, domicilio personal, casa, particular, (H), 宅
other: 其他地址, 其它地址, other address, 其他, 其它, 其他的, その他, その他の, 기타, other, alternate, alternative, secondary, weitere, weiteres, weiterer, weiteres/r, weiteres/e, andere, autre, otro, otra, altro, altra, outro
main: 代表, 總機, main, primary
`

// noiseWords may stand before or after a known header.
const noiseWords = `客戶, 客户, 聯絡人, 联系人, 聯絡, 联系, 連絡, 連絡人, 會員, 会员, 收件人, 貴賓, 來賓, 賓客, 報名者, 參加者, 學員, 学员, 買方, 您的, 你的, 請填寫, 请填写, 請輸入, 主要, 常用, 目前, 現在, 中文, 資料, 基本資料, 顧客, 担当者, ご, お, 고객, 참석자, 담당자, customer, client, contact, attendee, guest, participant, member, buyer, registrant, lead, primary, main, preferred, your, the, my, current, person, user, mailing, billing, shipping, delivery, postal, ticket holder, cp, kontakt, kunde, kunden, zustell, liefer, rechnungs, post, privat:, client, votre, contatto, cliente, section, 所屬, 任職, 服務, adr, addr, value, 值, 聯絡資訊, 聯絡方式, 联系方式, no, nr, nummer, 地址的, の, 的`

// table is a dictionary ready for use: folded word → field.
type table map[string]string

func tableOf(lines string) table {
	t := table{}
	for _, line := range strings.Split(lines, "\n") {
		field, words, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		for _, w := range strings.Split(words, ",") {
			if w = Fold(w); w != "" {
				if _, taken := t[w]; !taken {
					t[w] = strings.TrimSpace(field)
				}
			}
		}
	}
	return t
}

// dictionary holds all tables. It is built once and never changes.
type dictionary struct {
	exact, parts, qualifiers table
	noise                    []string
	dull                     map[string]bool
	reasons                  map[string]bool // headers of the column in which rows with problems come back
	labels                   table           // headers that our own exports write
	letters                  []string        // all folded words, to repair damaged headers
}

var theDictionary = sync.OnceValue(newDictionary)

func newDictionary() *dictionary {
	d := &dictionary{exact: tableOf(exactWords), parts: tableOf(partWords), qualifiers: tableOf(qualifierWords), labels: ownLabels(), dull: dullHeaders(), reasons: reasonHeaders()}
	for _, w := range strings.Split(noiseWords, ",") {
		if w = Fold(w); w != "" {
			d.noise = append(d.noise, w)
		}
	}
	d.letters = vocabulary(exactWords + partWords + qualifierWords)
	return d
}
