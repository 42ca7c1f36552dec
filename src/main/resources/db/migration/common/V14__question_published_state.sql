-- Names the state of what anonymous readers can see. The name is random and renewed in the transaction of each change
-- to it, so that a database restored from a copy never gives its next state a name that another state has had.
alter table bank add column published_state bigint default cast(random() * 9007199254740991 as bigint) not null;
alter table bank alter column published_state drop default;
