// ast.dump() over the generic fields.
#include "script/ast_fields.h"
#include "script/parser.h"
#include "script/repr.h"

namespace il::script {

using namespace ast;

namespace {

const char* nameOf(BoolOperator op)
{
    return op == BoolOperator::And ? "And" : "Or";
}

const char* nameOf(Operator op)
{
    constexpr const char* names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                     "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
    return names[static_cast<int>(op)];
}

const char* nameOf(UnaryOperator op)
{
    constexpr const char* names[] = {"Invert", "Not", "UAdd", "USub"};
    return names[static_cast<int>(op)];
}

const char* nameOf(CmpOperator op)
{
    constexpr const char* names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    return names[static_cast<int>(op)];
}

const char* nameOf(Context context)
{
    constexpr const char* names[] = {"Load", "Store", "Del"};
    return names[static_cast<int>(context)];
}

/// The class names of CPython's ast module.
struct ClassName {
    const char* operator()(const BoolOp&) const { return "BoolOp"; }
    const char* operator()(const NamedExpr&) const { return "NamedExpr"; }
    const char* operator()(const BinOp&) const { return "BinOp"; }
    const char* operator()(const UnaryOp&) const { return "UnaryOp"; }
    const char* operator()(const Lambda&) const { return "Lambda"; }
    const char* operator()(const IfExp&) const { return "IfExp"; }
    const char* operator()(const Dict&) const { return "Dict"; }
    const char* operator()(const Set&) const { return "Set"; }
    const char* operator()(const ListComp&) const { return "ListComp"; }
    const char* operator()(const SetComp&) const { return "SetComp"; }
    const char* operator()(const DictComp&) const { return "DictComp"; }
    const char* operator()(const GeneratorExp&) const { return "GeneratorExp"; }
    const char* operator()(const Await&) const { return "Await"; }
    const char* operator()(const Yield&) const { return "Yield"; }
    const char* operator()(const YieldFrom&) const { return "YieldFrom"; }
    const char* operator()(const Compare&) const { return "Compare"; }
    const char* operator()(const Call&) const { return "Call"; }
    const char* operator()(const FormattedValue&) const { return "FormattedValue"; }
    const char* operator()(const JoinedStr&) const { return "JoinedStr"; }
    const char* operator()(const Constant&) const { return "Constant"; }
    const char* operator()(const Attribute&) const { return "Attribute"; }
    const char* operator()(const Subscript&) const { return "Subscript"; }
    const char* operator()(const Starred&) const { return "Starred"; }
    const char* operator()(const Name&) const { return "Name"; }
    const char* operator()(const List&) const { return "List"; }
    const char* operator()(const Tuple&) const { return "Tuple"; }
    const char* operator()(const Slice&) const { return "Slice"; }
    const char* operator()(const MatchValue&) const { return "MatchValue"; }
    const char* operator()(const MatchSingleton&) const { return "MatchSingleton"; }
    const char* operator()(const MatchSequence&) const { return "MatchSequence"; }
    const char* operator()(const MatchMapping&) const { return "MatchMapping"; }
    const char* operator()(const MatchClass&) const { return "MatchClass"; }
    const char* operator()(const MatchStar&) const { return "MatchStar"; }
    const char* operator()(const MatchAs&) const { return "MatchAs"; }
    const char* operator()(const MatchOr&) const { return "MatchOr"; }
    const char* operator()(const FunctionDef& n) const
    {
        return n.isAsync ? "AsyncFunctionDef" : "FunctionDef";
    }
    const char* operator()(const ClassDef&) const { return "ClassDef"; }
    const char* operator()(const Return&) const { return "Return"; }
    const char* operator()(const Delete&) const { return "Delete"; }
    const char* operator()(const Assign&) const { return "Assign"; }
    const char* operator()(const AugAssign&) const { return "AugAssign"; }
    const char* operator()(const AnnAssign&) const { return "AnnAssign"; }
    const char* operator()(const For& n) const { return n.isAsync ? "AsyncFor" : "For"; }
    const char* operator()(const While&) const { return "While"; }
    const char* operator()(const If&) const { return "If"; }
    const char* operator()(const With& n) const { return n.isAsync ? "AsyncWith" : "With"; }
    const char* operator()(const Match&) const { return "Match"; }
    const char* operator()(const Raise&) const { return "Raise"; }
    const char* operator()(const Try& n) const { return n.star ? "TryStar" : "Try"; }
    const char* operator()(const Assert&) const { return "Assert"; }
    const char* operator()(const Import&) const { return "Import"; }
    const char* operator()(const ImportFrom&) const { return "ImportFrom"; }
    const char* operator()(const Global&) const { return "Global"; }
    const char* operator()(const Nonlocal&) const { return "Nonlocal"; }
    const char* operator()(const ExprStmt&) const { return "Expr"; }
    const char* operator()(const Pass&) const { return "Pass"; }
    const char* operator()(const Break&) const { return "Break"; }
    const char* operator()(const Continue&) const { return "Continue"; }
};

class Dumper {
public:
    explicit Dumper(bool positions) : m_positions(positions) {}

    std::string run(const Module& module)
    {
        m_text = "Module(body=";
        value(module.body);
        return std::move(m_text) + ", type_ignores=[])";
    }

private:
    /// Calls `value` for every field that isn't absent.
    struct FieldWriter {
        Dumper& dumper;
        bool first = true;

        template <class T>
        void operator()(const char* name, const T& field)
        {
            if (isAbsent(field))
                return;
            dumper.m_text += first ? "" : ", ";
            (dumper.m_text += name) += "=";
            first = false;
            dumper.value(field);
        }
    };

    template <class T>
    static bool isAbsent(const T&)
    {
        return false;
    }
    template <class T>
    static bool isAbsent(const std::unique_ptr<T>& field)
    {
        return !field;
    }
    template <class T>
    static bool isAbsent(const std::optional<T>& field)
    {
        return !field;
    }

    template <class Node>
    void node(const char* name, const Node& fields, const Span* span)
    {
        (m_text += name) += "(";
        FieldWriter writer{*this};
        visitFields(fields, writer);
        if (span && m_positions) {
            writer("lineno", span->line);
            writer("col_offset", span->column);
            writer("end_lineno", span->endLine);
            writer("end_col_offset", span->endColumn);
        }
        m_text += ")";
    }

    template <class T>
    void variantNode(const T& tree)
    {
        std::visit([this, &tree](const auto& fields) { this->node(ClassName{}(fields), fields, &tree.span); },
                   tree.node);
    }

    template <class T>
    void value(const std::unique_ptr<T>& part)
    {
        if (part)
            value(*part);
        else
            m_text += "None";
    }
    template <class T>
    void value(const std::vector<T>& items)
    {
        m_text += "[";
        for (std::size_t i = 0; i < items.size(); ++i) {
            m_text += i == 0 ? "" : ", ";
            value(items[i]);
        }
        m_text += "]";
    }
    void value(const Expr& expr) { variantNode(expr); }
    void value(const Stmt& stmt) { variantNode(stmt); }
    void value(const Pattern& pattern) { variantNode(pattern); }
    void value(const Arguments& arguments) { node("arguments", arguments, nullptr); }
    void value(const Arg& arg) { node("arg", arg, &arg.span); }
    void value(const Keyword& keyword) { node("keyword", keyword, &keyword.span); }
    void value(const Comprehension& comprehension) { node("comprehension", comprehension, nullptr); }
    void value(const WithItem& item) { node("withitem", item, nullptr); }
    void value(const MatchCase& matchCase) { node("match_case", matchCase, nullptr); }
    void value(const ExceptHandler& handler) { node("ExceptHandler", handler, &handler.span); }
    void value(const Alias& alias) { node("alias", alias, &alias.span); }
    void value(const std::string& text) { m_text += reprString(text); }
    void value(const std::optional<std::string>& text) { m_text += reprString(*text); }
    void value(const Literal& literal) { m_text += repr(literal); }
    void value(int number) { m_text += std::to_string(number); }
    void value(BoolOperator op) { (m_text += nameOf(op)) += "()"; }
    void value(Operator op) { (m_text += nameOf(op)) += "()"; }
    void value(UnaryOperator op) { (m_text += nameOf(op)) += "()"; }
    void value(CmpOperator op) { (m_text += nameOf(op)) += "()"; }
    void value(Context context) { (m_text += nameOf(context)) += "()"; }

    bool m_positions;
    std::string m_text;
};

} // namespace

std::string dump(const Module& module, bool positions)
{
    return Dumper(positions).run(module);
}

} // namespace il::script
