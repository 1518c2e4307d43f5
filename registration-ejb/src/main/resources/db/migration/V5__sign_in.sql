-- Accounts and addresses stand here as SHA-256: a password typed in the wrong field is not kept. Rows leave an hour later.
create sequence failed_sign_in_seq start with 50 increment by 50;
create table failed_sign_in (
    id        bigint primary key,
    account   varchar(64) not null,
    address   varchar(64) not null,
    failed_at timestamp with time zone not null,
    forgiven  boolean not null
);
create index failed_sign_in_account on failed_sign_in (account, failed_at);
create index failed_sign_in_address on failed_sign_in (address, failed_at);
create index failed_sign_in_failed_at on failed_sign_in (failed_at);

-- Sessions that began before end; null: not changed since this column came.
alter table account add column password_changed_at timestamp with time zone;

create sequence access_token_seq start with 50 increment by 50;
create table access_token (
    id          bigint primary key,
    person_id   bigint       not null references person (id),
    name        varchar(100) not null,
    scope       varchar(10)  not null check (scope in ('READ', 'WRITE')),
    secret_hash varchar(64)  not null unique,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    revoked_at  timestamp with time zone,
    check (expires_at > created_at)
);
create index access_token_person on access_token (person_id);
