-- Panellists who are removed from a panel cannot be added again. Owner and administrators who
-- could see scores at any time, while they were not on the panel, cannot join it.

alter table interview add column scores_shown boolean default false not null;

update interview set scores_shown = true where closed_at is not null
	or exists (select 1 from interview_event e where e.interview_id = interview.id and e.kind = 'CLOSED')
	or not exists (select 1 from interview_panellist p where p.interview_id = interview.id and p.removal = 0
		and p.submitted_at is null);
