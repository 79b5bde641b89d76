#include "script/messages.h"

namespace il::script {

namespace {

constexpr MessageRow rows[] = {
    // Kinds of metadata values, for arguments.
    {"@text", "a text", "文本"},
    {"@texts", "a list of texts", "文本的列表"},
    {"@number", "a number", "数"},
    {"@whole-number", "a whole number", "整数"},
    {"@table", "a table", "表"},
    {"@tables", "a list of tables", "表的列表"},
    {"@localized", "a text, or { en = \"...\", zh = \"...\" }", "文本，或 { en = \"...\", zh = \"...\" }"},

    // A script's metadata block.
    {"metadata-syntax", "the metadata block isn't TOML: %1", "元数据块不是合法的 TOML：%1"},
    {"metadata-unknown-key", "there is no key '%1': use one of %2", "没有名为“%1”的键：可用的有 %2"},
    {"metadata-type", "the value of '%1' must be %2", "“%1”的值必须是%2"},
    {"metadata-empty", "the value of '%1' is empty: write something, or leave the key out",
     "“%1”的值为空：请填写内容，或去掉这个键"},
    {"metadata-range", "the value of '%1' must lie between %2 and %3", "“%1”的值必须在 %2 与 %3 之间"},
    {"metadata-choice", "the value of '%1' must be one of %2", "“%1”的值只能是 %2 之一"},
    {"metadata-language", "'%1' has no text for '%2': add one", "“%1”缺少“%2”的文本：请补上"},
    {"metadata-python", "'%1' is no Python version: write one like \"3.11\" or \"3.13t\"",
     "“%1”不是 Python 版本：请写成 \"3.11\" 或 \"3.13t\" 的形式"},
    {"metadata-parameter-name", "this parameter has no name: add name = \"...\"",
     "这个参数没有名字：请补上 name = \"...\""},
    {"metadata-parameter-unknown",
     "the script's top level gives '%1' no constant: add a line like '%1 = 3', or correct the name",
     "脚本的顶层没有给“%1”赋常量：请加上形如“%1 = 3”的一行，或改正名字"},
    {"metadata-bound-type", "'%1' must be a number of the same kind as the script's value of '%2'",
     "“%1”必须与脚本中“%2”的值是同一种数"},
    {"metadata-parameter-range",
     "the script's own value of '%1' lies beyond this bound: change one of the two",
     "脚本中“%1”的值超出了这个界限：请修改其中之一"},
    {"metadata-goal-incomplete", "this goal has no '%1': add %1 = \"...\"",
     "这个目标缺少“%1”：请补上 %1 = \"...\""},
    {"metadata-goal-repeated", "there are two goals '%1': give one of them another id",
     "有两个名为“%1”的目标：请给其中一个换一个 id"},

    // A lesson's folder.
    {"lesson-unreadable", "this can't be read (%1): check that it exists and that you may read it",
     "无法读取（%1）：请确认它存在并且有读取权限"},
    {"no-lessons", "no lessons were found: open a script of your own, or install the lessons",
     "没有找到课程：请打开自己的脚本，或安装课程"},
    {"lesson-large-file", "the file is larger than %1 bytes: make it shorter", "文件超过 %1 字节：请缩短"},
    {"lesson-no-script", "the folder holds no script: add a file whose name ends in .py",
     "文件夹中没有脚本：请添加以 .py 结尾的文件"},
    {"lesson-many-scripts", "the folder holds more than %1 scripts: split the lesson",
     "文件夹中的脚本超过 %1 个：请拆分这一课"},

    // A lesson's text.
    {"lesson-no-title", "the text has no title: begin it with '# Title'", "文本没有标题：请以“# 标题”开头"},
    {"lesson-empty-title", "the title is empty: write it after the '#'", "标题为空：请写在“#”之后"},
    {"lesson-second-title", "a lesson has one title: begin sections with '##'",
     "一课只有一个标题：小节请用“##”开头"},
    {"lesson-stray-text", "this text belongs to no section: put it below '## Question', '## Answer' or a cue",
     "这段文字不属于任何小节：请放到“## 问题”“## 回答”或某个要点之下"},
    {"lesson-unknown-heading",
     "there is no section '%1': use '## Question', '## Answer', '## Correction' or '## Cue: name'",
     "没有名为“%1”的小节：可用“## 问题”“## 回答”“## 勘误”或“## 要点：名字”"},
    {"lesson-unknown-subheading", "below a cue only '### Predict' can stand, not '%1'",
     "要点之下只能有“### 预测”，不能有“%1”"},
    {"lesson-no-section", "the text has no section '## %1': add it", "文本缺少小节“## %2”：请补上"},
    {"lesson-empty-section", "the section '%1' is empty: write it, or leave its heading out",
     "小节“%1”是空的：请填写内容，或去掉标题"},
    {"lesson-repeated-section", "'%1' occurs twice here: join the two", "“%1”出现了两次：请合并"},
    {"lesson-repeated-cue", "the cue '%1' has two sections: join them", "要点“%1”有两个小节：请合并"},
    {"lesson-cue-without-name", "the cue has no name: write the one that the script has after '#:'",
     "要点没有名字：请写上脚本中“#:”之后的名字"},
    {"lesson-no-caption",
     "the cue '%1' has no caption: begin its section with one sentence as a quote, '> ...'",
     "要点“%1”没有说明：请在小节开头用引用“> ……”写一句话"},
    {"lesson-no-prediction-question", "the prediction asks nothing: write the question below its heading",
     "预测没有问题：请在标题之下写出问题"},
    {"lesson-few-options", "a prediction needs two options or more: add list items, '- text `condition`'",
     "预测至少要有两个选项：请添加列表项“- 文本 `条件`”"},
    {"lesson-no-condition", "the option doesn't say when it is right: end it with a condition, '`lost > 0`'",
     "选项没有说明何时正确：请在末尾写上条件，例如“`lost > 0`”"},
    {"lesson-empty-option", "the option has no text: write it before the condition",
     "选项没有文字：请写在条件之前"},
    {"lesson-open-figure", "this '{{' isn't closed: add '}}' in the same paragraph",
     "“{{”没有闭合：请在同一段中补上“}}”"},
    {"lesson-empty-figure", "nothing stands between '{{' and '}}': write an expression, like {{lost}}",
     "“{{”与“}}”之间没有内容：请写上表达式，例如 {{lost}}"},

    // A lesson's parts against each other.
    {"lesson-cue-without-text", "the cue '%1' has no section in %2: add '## Cue: %1', or remove the mark",
     "要点“%1”在 %2 中没有小节：请添加“## 要点：%1”，或去掉脚本中的标记"},
    {"lesson-cue-without-mark", "no script marks the cue '%1': add '#: %1' to a line, or remove the section",
     "没有脚本标出要点“%1”：请在某一行加上“#: %1”，或去掉这个小节"},
    {"lesson-prediction-in-one-language",
     "the cue '%1' has a prediction in one language only: add it to the other text",
     "要点“%1”只在一种语言中有预测：请在另一种语言的文本中补上"},
    {"lesson-option-count", "this prediction has %1 options, the English one %2: make them equal",
     "这个预测有 %1 个选项，而英文的有 %2 个：请使两者一致"},
    {"lesson-condition-differs", "the English text has the condition '%1' here: make the two equal",
     "此处英文文本的条件是“%1”：请使两者一致"},
};

} // namespace

std::span<const MessageRow> lessonMessages()
{
    return rows;
}

} // namespace il::script
