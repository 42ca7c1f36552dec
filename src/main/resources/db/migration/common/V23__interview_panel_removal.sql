-- Panellists who are removed from a panel keep their scorecard for the record, and can be added
-- again with an empty one. Interviews can be deleted before their day.

-- 0 on the panel; the id of a panellist who was removed.
alter table interview_panellist add column removal bigint default 0 not null;

alter table interview_panellist drop constraint interview_panellist_account;
alter table interview_panellist add constraint interview_panellist_account unique (interview_id, person_id, removal);

-- The earliest date for which the interview was ever planned.
alter table interview add column earliest_on date default date '2000-01-01' not null;
update interview set earliest_on = held_on;

-- For the comparison of candidates.
create index interview_kit on interview (kit_id);

alter table interview_event drop constraint interview_event_kind;
alter table interview_event add constraint interview_event_kind check (kind = any (array['CREATED', 'CHANGED', 'CLOSED',
	'SUBMITTED', 'REOPENED', 'LINK_CREATED', 'LINK_WITHDRAWN', 'PANELLIST_REMOVED']));
