#include "key_list.h"

#include <QCoreApplication>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

KeyGroup playing()
{
    return {Tr::tr("Playing"),
            {{Tr::tr("Space"), Tr::tr("play, pause")},
             {u"→  ←"_s, Tr::tr("one step forward, back")},
             {Tr::tr("PgDn  PgUp"), Tr::tr("next, previous cue (a clicker's keys)")},
             {Tr::tr("Home  End"), Tr::tr("first, last step")}}};
}

KeyGroup looking()
{
    return {Tr::tr("Looking"),
            {{u"V"_s, Tr::tr("another view of the same picture")},
             {u"Ctrl +  Ctrl -"_s, Tr::tr("larger, smaller texts on the stage")},
             {u"F2  F3  F4"_s, Tr::tr("library, question and answer, playlist")},
             {u"Ctrl+1…4"_s, Tr::tr("output, events, variables, charts; Esc goes back")},
             {u"/  Ctrl+F"_s, Tr::tr("search lessons, questions and code")},
             {u"0…9"_s, Tr::tr("the lesson with that number")}}};
}

KeyGroup scheduling()
{
    return {Tr::tr("Scheduling"),
            {{u"S"_s, Tr::tr("be the scheduler, or stop it")},
             {u"1…9"_s, Tr::tr("choose who runs next")},
             {Tr::tr("Backspace"), Tr::tr("take the last choice back")},
             {u"Y"_s, Tr::tr("why is a thread where it is?")}}};
}

KeyGroup presenting()
{
    return {Tr::tr("Presenting"),
            {{u"F5"_s, Tr::tr("full screen, nothing but the stage")},
             {u"F6"_s, Tr::tr("presenter view: notes, next cue, timer")},
             {u"B  ."_s, Tr::tr("black screen, and back")},
             {u"W  ,"_s, Tr::tr("white screen, and back")},
             {u"S"_s, Tr::tr("spotlight; the wheel widens it")},
             {u"P"_s, Tr::tr("pen; again: its next colour")},
             {u"E"_s, Tr::tr("wipe what is drawn")},
             {u"1…9"_s, Tr::tr("answer the question on the stage")},
             {u"Esc"_s, Tr::tr("put the pen away; back to the window")}}};
}

KeyGroup working()
{
    return {Tr::tr("Working"),
            {{u"Ctrl+O"_s, Tr::tr("open a script")},
             {u"Ctrl+D"_s, Tr::tr("compare with another run")},
             {u"Ctrl+R"_s, Tr::tr("run again")},
             {u"Ctrl+E"_s, Tr::tr("export")},
             {u"Ctrl+C"_s, Tr::tr("copy the picture")},
             {u"?  F1"_s, Tr::tr("this list")}}};
}

KeyGroup writing()
{
    return {Tr::tr("Writing scripts"),
            {{u"Ctrl+N"_s, Tr::tr("a new script")},
             {u"Ctrl+T"_s, Tr::tr("edit what is shown, and back")},
             {Tr::tr("Ctrl+Enter"), Tr::tr("run it")},
             {u"F8"_s, Tr::tr("to the next problem")},
             {u"Ctrl+/"_s, Tr::tr("make lines a comment, or not")},
             {u"Ctrl+Tab  Esc"_s, Tr::tr("out of the text: to the next control, to the stage")},
             {u"Ctrl+S"_s, Tr::tr("save")}}};
}

} // namespace

std::vector<KeyGroup> keyGroups()
{
    return {playing(), presenting(), looking(), scheduling(), working(), writing()};
}

} // namespace il::app
