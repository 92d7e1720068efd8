// Package match finds out who is the same person or company as somebody known already.
//
// It works in two steps. Blocking: two records are compared at all only if they share a key, which is a telephone number, an e-mail
// address, a name, a tax id, a chat id or an id of another program; so the work grows with the number of records and not with its square.
// Scoring: what two records share and where they contradict each other gives a score from 0 to 1 and the reasons for it, which people
// can read.
//
// The bands of the score are the contract with the importer. From Same on, two records may be joined without asking. From Probably on
// they are very likely one; from Ask on somebody should look. An e-mail address or a switchboard alone never makes two people one, nor
// does a name: families and offices share the first, and there are many 陳怡君.
//
// The package sees values of package crm and nothing else; it keeps no state but the index it is asked to build.
package match
