-- The hash of the secret in the address of a learner's calendar feed; null without a feed.

alter table learner add column calendar_hash varchar(64) constraint learner_calendar unique;
