// The fields of every syntax tree node with their names, in the order of CPython 3.11's ASDL: what generic
// code (dumping, measuring) needs. `f(name, field)` is called for each; attributes such as positions are left
// out.
#pragma once

#include "script/ast.h"

namespace il::script::ast {

// clang-format off
template <class F> void visitFields(const BoolOp& n, F&& f) { f("op", n.op); f("values", n.values); }
template <class F> void visitFields(const NamedExpr& n, F&& f) { f("target", n.target); f("value", n.value); }
template <class F> void visitFields(const BinOp& n, F&& f) { f("left", n.left); f("op", n.op); f("right", n.right); }
template <class F> void visitFields(const UnaryOp& n, F&& f) { f("op", n.op); f("operand", n.operand); }
template <class F> void visitFields(const Lambda& n, F&& f) { f("args", n.args); f("body", n.body); }
template <class F> void visitFields(const IfExp& n, F&& f) { f("test", n.test); f("body", n.body); f("orelse", n.orelse); }
template <class F> void visitFields(const Dict& n, F&& f) { f("keys", n.keys); f("values", n.values); }
template <class F> void visitFields(const Set& n, F&& f) { f("elts", n.elts); }
template <class F> void visitFields(const ListComp& n, F&& f) { f("elt", n.elt); f("generators", n.generators); }
template <class F> void visitFields(const SetComp& n, F&& f) { f("elt", n.elt); f("generators", n.generators); }
template <class F> void visitFields(const DictComp& n, F&& f) { f("key", n.key); f("value", n.value); f("generators", n.generators); }
template <class F> void visitFields(const GeneratorExp& n, F&& f) { f("elt", n.elt); f("generators", n.generators); }
template <class F> void visitFields(const Await& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const Yield& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const YieldFrom& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const Compare& n, F&& f) { f("left", n.left); f("ops", n.ops); f("comparators", n.comparators); }
template <class F> void visitFields(const Call& n, F&& f) { f("func", n.func); f("args", n.args); f("keywords", n.keywords); }
template <class F> void visitFields(const FormattedValue& n, F&& f) { f("value", n.value); f("conversion", n.conversion); f("format_spec", n.formatSpec); }
template <class F> void visitFields(const JoinedStr& n, F&& f) { f("values", n.values); }
template <class F> void visitFields(const Constant& n, F&& f) { f("value", n.value); f("kind", n.unicodePrefix ? std::optional<std::string>("u") : std::nullopt); }
template <class F> void visitFields(const Attribute& n, F&& f) { f("value", n.value); f("attr", n.attr); f("ctx", n.ctx); }
template <class F> void visitFields(const Subscript& n, F&& f) { f("value", n.value); f("slice", n.slice); f("ctx", n.ctx); }
template <class F> void visitFields(const Starred& n, F&& f) { f("value", n.value); f("ctx", n.ctx); }
template <class F> void visitFields(const Name& n, F&& f) { f("id", n.id); f("ctx", n.ctx); }
template <class F> void visitFields(const List& n, F&& f) { f("elts", n.elts); f("ctx", n.ctx); }
template <class F> void visitFields(const Tuple& n, F&& f) { f("elts", n.elts); f("ctx", n.ctx); }
template <class F> void visitFields(const Slice& n, F&& f) { f("lower", n.lower); f("upper", n.upper); f("step", n.step); }

template <class F> void visitFields(const Arg& n, F&& f) { f("arg", n.name); f("annotation", n.annotation); }
template <class F> void visitFields(const Arguments& n, F&& f)
{
    f("posonlyargs", n.posonly); f("args", n.args); f("vararg", n.vararg); f("kwonlyargs", n.kwonly);
    f("kw_defaults", n.kwDefaults); f("kwarg", n.kwarg); f("defaults", n.defaults);
}
template <class F> void visitFields(const Keyword& n, F&& f) { f("arg", n.name); f("value", n.value); }
template <class F> void visitFields(const Comprehension& n, F&& f) { f("target", n.target); f("iter", n.iter); f("ifs", n.ifs); f("is_async", int{n.isAsync}); }
template <class F> void visitFields(const WithItem& n, F&& f) { f("context_expr", n.contextExpr); f("optional_vars", n.optionalVars); }
template <class F> void visitFields(const MatchCase& n, F&& f) { f("pattern", n.pattern); f("guard", n.guard); f("body", n.body); }
template <class F> void visitFields(const ExceptHandler& n, F&& f) { f("type", n.type); f("name", n.name); f("body", n.body); }
template <class F> void visitFields(const Alias& n, F&& f) { f("name", n.name); f("asname", n.asname); }

template <class F> void visitFields(const MatchValue& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const MatchSingleton& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const MatchSequence& n, F&& f) { f("patterns", n.patterns); }
template <class F> void visitFields(const MatchMapping& n, F&& f) { f("keys", n.keys); f("patterns", n.patterns); f("rest", n.rest); }
template <class F> void visitFields(const MatchClass& n, F&& f)
{
    f("cls", n.cls); f("patterns", n.patterns); f("kwd_attrs", n.kwdAttrs); f("kwd_patterns", n.kwdPatterns);
}
template <class F> void visitFields(const MatchStar& n, F&& f) { f("name", n.name); }
template <class F> void visitFields(const MatchAs& n, F&& f) { f("pattern", n.pattern); f("name", n.name); }
template <class F> void visitFields(const MatchOr& n, F&& f) { f("patterns", n.patterns); }

template <class F> void visitFields(const FunctionDef& n, F&& f)
{
    f("name", n.name); f("args", n.args); f("body", n.body); f("decorator_list", n.decorators); f("returns", n.returns);
}
template <class F> void visitFields(const ClassDef& n, F&& f)
{
    f("name", n.name); f("bases", n.bases); f("keywords", n.keywords); f("body", n.body); f("decorator_list", n.decorators);
}
template <class F> void visitFields(const Return& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const Delete& n, F&& f) { f("targets", n.targets); }
template <class F> void visitFields(const Assign& n, F&& f) { f("targets", n.targets); f("value", n.value); }
template <class F> void visitFields(const AugAssign& n, F&& f) { f("target", n.target); f("op", n.op); f("value", n.value); }
template <class F> void visitFields(const AnnAssign& n, F&& f)
{
    f("target", n.target); f("annotation", n.annotation); f("value", n.value); f("simple", int{n.simple});
}
template <class F> void visitFields(const For& n, F&& f) { f("target", n.target); f("iter", n.iter); f("body", n.body); f("orelse", n.orelse); }
template <class F> void visitFields(const While& n, F&& f) { f("test", n.test); f("body", n.body); f("orelse", n.orelse); }
template <class F> void visitFields(const If& n, F&& f) { f("test", n.test); f("body", n.body); f("orelse", n.orelse); }
template <class F> void visitFields(const With& n, F&& f) { f("items", n.items); f("body", n.body); }
template <class F> void visitFields(const Match& n, F&& f) { f("subject", n.subject); f("cases", n.cases); }
template <class F> void visitFields(const Raise& n, F&& f) { f("exc", n.exc); f("cause", n.cause); }
template <class F> void visitFields(const Try& n, F&& f)
{
    f("body", n.body); f("handlers", n.handlers); f("orelse", n.orelse); f("finalbody", n.finalbody);
}
template <class F> void visitFields(const Assert& n, F&& f) { f("test", n.test); f("msg", n.msg); }
template <class F> void visitFields(const Import& n, F&& f) { f("names", n.names); }
template <class F> void visitFields(const ImportFrom& n, F&& f) { f("module", n.module); f("names", n.names); f("level", n.level); }
template <class F> void visitFields(const Global& n, F&& f) { f("names", n.names); }
template <class F> void visitFields(const Nonlocal& n, F&& f) { f("names", n.names); }
template <class F> void visitFields(const ExprStmt& n, F&& f) { f("value", n.value); }
template <class F> void visitFields(const Pass&, F&&) {}
template <class F> void visitFields(const Break&, F&&) {}
template <class F> void visitFields(const Continue&, F&&) {}
// clang-format on

} // namespace il::script::ast
