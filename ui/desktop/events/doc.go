// Package events is the screen of events: the list of them; the guests of one, with channel, reason and reply; rounds of invitations, shown before
// anybody is invited; and the desk at the door, where guests check in. Who is invited, and why, is decided by package crm; the screen draws what
// package ui/state holds and hands every act on to it.
package events
