-- A row trigger that comes before a change locks each row and writes the lock down, as if the change did not: after it, or before all rows of a
-- statement, the same is asked for less.
drop trigger history_is_not_rewritten on student_registration;
create trigger history_is_not_rewritten after update on student_registration for each row when (
    old.end_date is not null and (new.end_date, new.ended_by) is distinct from (old.end_date, old.ended_by)
    or old.sourced_id is not null and new.sourced_id is distinct from old.sourced_id
    or (new.id, new.student_id, new.section_id, new.type_id, new.start_date, new.started_by, new.place, new.lapses_at)
        is distinct from (old.id, old.student_id, old.section_id, old.type_id, old.start_date, old.started_by, old.place, old.lapses_at)
    or (new.subject_id, new.program_id, new.takes_seat) is distinct from (old.subject_id, old.program_id, old.takes_seat))
    execute function history_is_not_rewritten();
drop trigger something_changes on student_registration;
create trigger something_changes before update of end_date on student_registration for each statement execute function something_changes();

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
