-- Idempotency keys of submitted forms. "answer" is empty while the first submission is
-- being processed; then it holds where it led and the cookies that it set, encrypted with
-- a key that only the submitted form contains.

create table form_submission (
	key_hash varchar(64) constraint form_submission_key primary key,
	answer bytea,
	created_at timestamp(6) with time zone not null
);

create index form_submission_created on form_submission (created_at);
