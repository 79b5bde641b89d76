<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n picture(s): open %1</source>
        <translation>
            <numerusform>%n picture: open %1</numerusform>
            <numerusform>%n pictures: open %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deadlock</name>
    <message numerus="yes">
        <source>; %n other(s) likewise</source>
        <translation>
            <numerusform>; %n other likewise</numerusform>
            <numerusform>; %n others likewise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no lock is taken away: %n release(s), all by the holder</source>
        <translation>
            <numerusform>no lock is taken away: %n release, by the holder</numerusform>
            <numerusform>no lock is taken away: %n releases, all by the holder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cycle of %n</source>
        <translation>
            <numerusform>cycle of %n</numerusform>
            <numerusform>cycle of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest chain: %n wait(s)</source>
        <translation>
            <numerusform>longest chain: %n wait</numerusform>
            <numerusform>longest chain: %n waits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) keep their worker(s) and wait for a result</source>
        <translation>
            <numerusform>one task keeps its worker and waits for a result</numerusform>
            <numerusform>%n tasks keep their workers and wait for a result</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries in vain, and nobody has got a second lock</source>
        <translation>
            <numerusform>one try in vain, and nobody has got a second lock</numerusform>
            <numerusform>%n tries in vain, and nobody has got a second lock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>its %n worker(s) wait for tasks that it can&apos;t begin</source>
        <translation>
            <numerusform>its only worker waits for a task that it can&apos;t begin</numerusform>
            <numerusform>its %n workers wait for tasks that it can&apos;t begin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message numerus="yes">
        <source>Deadlock: %n thread(s) wait for each other in a circle.</source>
        <translation>
            <numerusform>Deadlock: %n thread waits in a circle.</numerusform>
            <numerusform>Deadlock: %n threads wait for each other in a circle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) still wait for a worker.</source>
        <translation>
            <numerusform>one task still waits for a worker.</numerusform>
            <numerusform>%n tasks still wait for a worker.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n worker(s) of %1 are in such tasks:</source>
        <translation>
            <numerusform>The only worker of %1 is in such a task:</numerusform>
            <numerusform>All %n workers of %1 are in such tasks:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Iomux</name>
    <message numerus="yes">
        <source>%1 in %n call(s)</source>
        <translation>
            <numerusform>%1 in %n call</numerusform>
            <numerusform>%1 in %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>empty, while %n byte(s) wait unreported</source>
        <translation>
            <numerusform>empty, while %n byte waits unreported</numerusform>
            <numerusform>empty, while %n bytes wait unreported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message numerus="yes">
        <source>The queue %1 now holds %n item(s).</source>
        <translation>
            <numerusform>The queue %1 now holds %n item.</numerusform>
            <numerusform>The queue %1 now holds %n items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have arrived at the barrier %1.</source>
        <translation>
            <numerusform>%n thread has arrived at the barrier %1.</numerusform>
            <numerusform>%n threads have arrived at the barrier %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 notifies %2: %n waiting thread(s) wake up.</source>
        <translation>
            <numerusform>%1 notifies %2: %n waiting thread wakes up.</numerusform>
            <numerusform>%1 notifies %2: %n waiting threads wake up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 submits %n task(s), from %2 on.</source>
        <translation>
            <numerusform>%1 submits %n task: %2.</numerusform>
            <numerusform>%1 submits %n tasks, from %2 on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) are back where they were asked for.</source>
        <translation>
            <numerusform>%n result is back where it was asked for.</numerusform>
            <numerusform>%n results are back where they were asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deadlock, a circle of %n thread(s): %1, and so on round to %2, for whom %3 waits.</source>
        <translation>
            <numerusform>Deadlock, a circle of %n thread: %1, and so on round to %2, for whom %3 waits.</numerusform>
            <numerusform>Deadlock, a circle of %n threads: %1, and so on round to %2, for whom %3 waits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deadlock: %n thread(s) wait for each other. None of them can ever go on.</source>
        <translation>
            <numerusform>Deadlock: %n thread waits for ever. It can never go on.</numerusform>
            <numerusform>Deadlock: %n threads wait for each other. None of them can ever go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A client has connected: %n connection(s) at %1 to be accepted.</source>
        <translation>
            <numerusform>A client has connected: %n connection at %1 to be accepted.</numerusform>
            <numerusform>A client has connected: %n connections at %1 to be accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1: the kernel puts it on epoll’s ready list.</source>
        <translation>
            <numerusform>%n byte arrives on %1: the kernel puts it on epoll’s ready list.</numerusform>
            <numerusform>%n bytes arrive on %1: the kernel puts it on epoll’s ready list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1; %2 wait in its buffer now.</source>
        <translation>
            <numerusform>%n byte arrives on %1; %2 wait in its buffer now.</numerusform>
            <numerusform>%n bytes arrive on %1; %2 wait in its buffer now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1.</source>
        <translation>
            <numerusform>%n byte arrives on %1.</numerusform>
            <numerusform>%n bytes arrive on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reads %n byte(s) from %2; %3 stay in its buffer.</source>
        <translation>
            <numerusform>%1 reads %n byte from %2; %3 stay in its buffer.</numerusform>
            <numerusform>%1 reads %n bytes from %2; %3 stay in its buffer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reads %n byte(s) from %2: its buffer is empty now.</source>
        <translation>
            <numerusform>%1 reads %n byte from %2: its buffer is empty now.</numerusform>
            <numerusform>%1 reads %n bytes from %2: its buffer is empty now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 calls %2 and passes its whole set: %n descriptor(s).</source>
        <translation>
            <numerusform>%1 calls %2 and passes its whole set: %n descriptor.</numerusform>
            <numerusform>%1 calls %2 and passes its whole set: %n descriptors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>epoll looks at %n descriptor(s) from its ready list, at no others.</source>
        <translation>
            <numerusform>epoll looks at %n descriptor from its ready list, at no others.</numerusform>
            <numerusform>epoll looks at %n descriptors from its ready list, at no others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 examines its descriptors one after the other: %n of them.</source>
        <translation>
            <numerusform>%1 examines its descriptors one after the other: %n of them.</numerusform>
            <numerusform>%1 examines its descriptors one after the other: %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sends %n byte(s) through %2.</source>
        <translation>
            <numerusform>%1 sends %n byte through %2.</numerusform>
            <numerusform>%1 sends %n bytes through %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing can happen any more: all %n worker(s) of %1 are in tasks that wait, and tasks that nobody can begin are queued.</source>
        <translation>
            <numerusform>Nothing can happen any more: the only worker of %1 is in a task that waits, and tasks that nobody can begin are queued.</numerusform>
            <numerusform>Nothing can happen any more: all %n workers of %1 are in tasks that wait, and tasks that nobody can begin are queued.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pool</name>
    <message numerus="yes">
        <source>+%n pool(s)</source>
        <translation>
            <numerusform>+%n pool</numerusform>
            <numerusform>+%n pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n descriptor(s) opened</source>
        <translation>
            <numerusform>%n descriptor opened</numerusform>
            <numerusform>%n descriptors opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done</source>
        <translation>
            <numerusform>%n task done</numerusform>
            <numerusform>%n tasks done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es), a GIL each</source>
        <translation>
            <numerusform>%n process with its GIL</numerusform>
            <numerusform>%n processes, a GIL each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s), one GIL</source>
        <translation>
            <numerusform>%n thread, one GIL</numerusform>
            <numerusform>%n threads, one GIL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s), no GIL</source>
        <translation>
            <numerusform>%n thread, no GIL</numerusform>
            <numerusform>%n threads, no GIL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n queue(s) or pipe(s)</source>
        <translation>
            <numerusform>+%n queue or pipe</numerusform>
            <numerusform>+%n queues or pipes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>il::app::ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s), with numbers in their names</source>
        <translation>
            <numerusform>%n file, with a number in its name</numerusform>
            <numerusform>%n files, with numbers in their names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One file of %n page(s)</source>
        <translation>
            <numerusform>One file of %n page</numerusform>
            <numerusform>One file of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One film of %n second(s)</source>
        <translation>
            <numerusform>One film of %n second</numerusform>
            <numerusform>One film of %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these files are there already. Replace them?</source>
        <translation>
            <numerusform>%n of these files is there already. Replace it?</numerusform>
            <numerusform>%n of these files are there already. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>il::app::LibraryPane</name>
    <message numerus="yes">
        <source>%n cue(s)</source>
        <translation>
            <numerusform>%n cue</numerusform>
            <numerusform>%n cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lesson %1, %n cue(s)</source>
        <translation>
            <numerusform>Lesson %1, %n cue</numerusform>
            <numerusform>Lesson %1, %n cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) begun</source>
        <translation>
            <numerusform>%n lesson begun</numerusform>
            <numerusform>%n lessons begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) found</source>
        <translation>
            <numerusform>%n lesson found</numerusform>
            <numerusform>%n lessons found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) reached</source>
        <translation>
            <numerusform>%n goal reached</numerusform>
            <numerusform>%n goals reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prediction(s) right</source>
        <translation>
            <numerusform>%1 of %n prediction right</numerusform>
            <numerusform>%1 of %n predictions right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>il::app::MainWindow</name>
    <message numerus="yes">
        <source>Saved: %1 and %n more</source>
        <translation>
            <numerusform>Saved: %1 and %n more</numerusform>
            <numerusform>Saved: %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>il::app::Playlists</name>
    <message numerus="yes">
        <source>Saved: %1 (%n slide(s))</source>
        <translation>
            <numerusform>Saved: %1 (%n slide)</numerusform>
            <numerusform>Saved: %1 (%n slides)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>il::app::ProblemPage</name>
    <message numerus="yes">
        <source>%1 can&apos;t be shown: %n problem(s)</source>
        <translation>
            <numerusform>%1 can&apos;t be shown: %n problem</numerusform>
            <numerusform>%1 can&apos;t be shown: %n problems</numerusform>
        </translation>
    </message>
</context>
</TS>
