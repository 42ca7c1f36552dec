-- Ways in beside the password: whom a provider says somebody is, and passkeys.

-- How often all visits of a person were ended: a session of an earlier count is void.
alter table person add column generation integer default 0 not null;

create table person_identity (
	issuer varchar(500) not null,
	subject varchar(255) not null,
	person_id bigint not null references person on delete cascade,
	constraint person_identity_one primary key (issuer, subject)
);

create index person_identity_person on person_identity (person_id);

-- Spring Security's own tables, which go with the person.
create table user_entities (
	id varchar(200) not null primary key,
	name varchar(254) not null constraint user_entities_name unique references person (email) on delete cascade,
	display_name varchar(254)
);

create table user_credentials (
	credential_id varchar(1400) not null primary key,
	user_entity_user_id varchar(200) not null references user_entities on delete cascade,
	public_key bytea not null,
	signature_count bigint not null,
	uv_initialized boolean not null,
	backup_eligible boolean not null,
	authenticator_transports varchar(200) not null,
	public_key_credential_type varchar(100),
	backup_state boolean not null,
	attestation_object bytea,
	attestation_client_data_json bytea,
	created timestamp(6) with time zone not null,
	last_used timestamp(6) with time zone not null,
	label varchar(100) not null
);

create index user_credentials_user on user_credentials (user_entity_user_id);
