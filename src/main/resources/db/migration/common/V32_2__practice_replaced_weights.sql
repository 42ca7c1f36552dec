-- The weights that the last fit has replaced, until the learner switches the model: they
-- explain a readiness that has moved without an answer.

alter table learner_weights add column replaced_weights double precision array;
