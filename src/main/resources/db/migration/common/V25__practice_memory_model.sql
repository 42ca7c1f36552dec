-- The weights of the memory model that are fitted to the reviews of a learner. Until the
-- first fit ends there is only the time at which an instance claimed it.

create table learner_weights (
	learner_id bigint not null references learner on delete cascade,
	enabled boolean not null,
	claimed_at timestamp(6) with time zone not null,
	fitted_at timestamp(6) with time zone,
	kept boolean not null,
	weights double precision array not null,
	reviews integer not null,
	predictions integer not null,
	loss_before double precision not null,
	loss_after double precision not null,
	calibration double precision array not null,
	constraint learner_weights_one primary key (learner_id)
);
