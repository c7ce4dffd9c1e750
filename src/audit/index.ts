export {type AuditInput, auditArticle} from "./audit-article.ts";
