-- An operation forgets its program when that is deleted, and nothing else of it changes: what it was about stands in it by name.
create function operation_is_not_rewritten() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.program_id is null and to_jsonb(new) - 'program_id' = to_jsonb(old) - 'program_id' then
        return new;
    end if;
    raise exception '% is history: a row of it begins, and ends once', tg_table_name
        using errcode = 'check_violation', constraint = 'history_is_not_rewritten';
end $$;

drop trigger history_is_not_rewritten on operation;
create trigger history_is_not_rewritten before update or delete on operation for each row
    when (old.xmin::text::bigint <> (txid_current() & 4294967295)) execute function operation_is_not_rewritten();
