-- Stars and private notes of learners on questions.

create table bookmark (
	learner_id bigint not null references learner on delete cascade,
	question_id bigint not null references question,
	starred_at timestamp(6) with time zone,
	-- Longer than what can be typed: two notes are joined when a learner signs in.
	note varchar(20000) not null,
	version integer not null,
	constraint bookmark_one primary key (learner_id, question_id)
);

-- Whether a learner has data in other rooms; one without is deleted sooner.
alter table learner add column marked boolean default false not null;
