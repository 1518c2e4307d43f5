-- What is asked for each seat at commit is one expression, into which PostgreSQL takes SQL functions.
drop function is_known_as_kept(text);
create or replace function where_kept(what text) returns text language sql immutable
    return case when what like 's%' then 'registration.kept' else 'registration.kept_operations' end;
create function is_known_as_kept(what text) returns boolean language sql stable
    return position(' ' || what || ' ' in coalesce(current_setting(where_kept(what), true), '')) > 0;

-- Each registration gets a second version when it ends, and then leaves its page of these trees no fuller than others are.
alter index student_registration_pkey set (fillfactor = 50);
reindex index student_registration_pkey;
alter index student_registration_started_by set (fillfactor = 50);
reindex index student_registration_started_by;
alter index student_registration_history set (fillfactor = 50);
reindex index student_registration_history;
