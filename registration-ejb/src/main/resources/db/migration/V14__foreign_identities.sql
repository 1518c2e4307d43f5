-- Which person an account at an OpenID provider is. Its name there may be given to somebody else one day; its subject may not.
create sequence foreign_identity_seq start with 50 increment by 50;
create table foreign_identity (
    id        bigint primary key,
    issuer    varchar(500) not null,
    subject   varchar(255) not null,
    person_id bigint       not null references person (id) on delete cascade,
    linked_at timestamp with time zone not null,
    unique (issuer, subject),
    unique (person_id, issuer)
);

alter table access_token add column last_used_at timestamp with time zone;
