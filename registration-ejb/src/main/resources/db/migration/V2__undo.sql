-- An undo is an operation too, and says which one it undoes.
alter table operation add column undoes bigint references operation (id);
create index operation_undoes on operation (undoes);
create index operation_performed_at on operation (performed_at);
