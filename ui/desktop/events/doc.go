// Package events is the screen of events: the list of them, the guests of one with their channel and the reason for it, replies, check-in at the
// door, and rounds of invitations. Who is invited and why is decided by package crm; the screen draws what ui/state holds.
package events
