-- By how many people a question was practised is counted from this index alone: the
-- answers themselves are long.

create index attempt_question on attempt (question_id, learner_id, grade);
