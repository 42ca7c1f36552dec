-- The bank: questions as they stand now, every revision of them, and the one row that
-- hands out their numbers in the order in which changes become visible.

create table bank (
	id smallint primary key constraint bank_only_one check (id = 1),
	revision bigint not null,
	question bigint not null
);

create table question (
	id bigint primary key,
	prompt varchar(500) not null,
	difficulty varchar(12) not null constraint question_difficulty check (difficulty in ('EASY', 'MEDIUM', 'HARD')),
	sample_answer varchar(20000) not null,
	key_points varchar(200) array not null,
	probes varchar(300) array not null,
	topics varchar(40) array not null,
	status varchar(12) not null constraint question_status check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
	audience varchar(12) not null constraint question_audience check (audience in ('EVERYONE', 'INTERVIEWERS')),
	source varchar(200) not null,
	version integer not null,
	revision bigint not null unique,
	created_at timestamp(6) with time zone not null,
	changed_at timestamp(6) with time zone not null
);

create table question_revision (
	id bigint primary key,
	question_id bigint not null references question,
	number integer not null,
	draft varchar(100000) not null,
	author varchar(100) not null,
	reason varchar(200) not null,
	made_at timestamp(6) with time zone not null,
	constraint question_revision_number unique (question_id, number)
);
