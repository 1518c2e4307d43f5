-- Answers to requests that named a key, kept for a day: a request that comes again is answered from here and does nothing twice.
create sequence kept_answer_seq start with 50 increment by 50;

create table kept_answer (
    id          bigint primary key,
    caller      varchar(100) not null,
    request_key varchar(255) not null,
    fingerprint varchar(64) not null,
    status      integer not null,
    location    varchar(2000),
    body        text,
    shown_once  boolean not null,
    answered_at timestamp with time zone not null,
    unique (caller, request_key)
);
create index kept_answer_answered on kept_answer (answered_at);
