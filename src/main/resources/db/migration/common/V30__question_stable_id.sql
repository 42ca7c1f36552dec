-- Names a question in files, in every bank: an import finds the question again by it. The ten questions have the same
-- names in every bank; the others get random ones.

alter table question add column stable_id varchar(200);

update question set stable_id = case when id <= 10 then concat('integration-engineering-', id)
	else concat('question-', cast(random() * 9007199254740991 as bigint), '-', cast(random() * 9007199254740991 as bigint)) end;

alter table question alter column stable_id set not null;
alter table question add constraint question_stable_id unique (stable_id);
