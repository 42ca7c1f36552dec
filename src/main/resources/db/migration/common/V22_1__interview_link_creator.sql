-- Who created the link of a guest: it is valid as long as they may manage the interview.

alter table interview_panellist add column link_created_by bigint references person on delete set null;

update interview_panellist set link_created_by =
	(select owner_id from interview where interview.id = interview_id)
where token_hash is not null;

create index interview_panellist_link_creator on interview_panellist (link_created_by);
