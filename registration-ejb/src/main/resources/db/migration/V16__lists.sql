-- The journal is read page by page, the latest first: all of it, or what one caller did.
create index operation_performed on operation (performed_at, id);
create index operation_caller on operation (caller, performed_at);
