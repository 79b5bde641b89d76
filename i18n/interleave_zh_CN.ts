<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>See concurrency: Python programs on a simulated computer, step by step.</source>
        <translation>看见并发：在模拟计算机上逐步运行 Python 程序。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Made with:</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布。使用了：</translation>
    </message>
    <message>
        <source>About Interleave</source>
        <translation>关于 Interleave</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>A chart can be written as .png, .svg or .csv, not as &quot;%1&quot;.</source>
        <translation>图表只能保存为 .png、.svg 或 .csv，不能保存为“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written. Is there such a folder, and may you write to it?</source>
        <translation>无法写入“%1”。该文件夹存在吗？您有写权限吗？</translation>
    </message>
    <message>
        <source>end of %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>queues, ends of threads and the like</source>
        <translation>队列、线程结束等</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>I/O</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>a free core</source>
        <translation>空闲的核心</translation>
    </message>
    <message>
        <source>Busy cores</source>
        <translation>忙碌的核心</translation>
    </message>
    <message>
        <source>Waiting, by thread</source>
        <translation>等待时间（按线程）</translation>
    </message>
    <message>
        <source>Waiting, by lock</source>
        <translation>等待时间（按锁）</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Time (ms)</source>
        <translation>时间（ms）</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速比</translation>
    </message>
    <message>
        <source>Waiting (ms)</source>
        <translation>等待时间（ms）</translation>
    </message>
    <message>
        <source>GIL switches</source>
        <translation>GIL 切换次数</translation>
    </message>
    <message>
        <source>Cost of a call (µs)</source>
        <translation>每次调用的开销（µs）</translation>
    </message>
    <message>
        <source>No thread has used a core.</source>
        <translation>没有线程用过核心。</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Up to %1: %2 of the time of all cores was used (cores: %3).</source>
        <translation>到 %1 为止，所有核心的时间用掉了 %2（核心数：%3）。</translation>
    </message>
    <message>
        <source>No thread has waited yet.</source>
        <translation>还没有线程等待过。</translation>
    </message>
    <message>
        <source>Waited so far (%1)</source>
        <translation>至今等待（%1）</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Up to %1: %2 has waited longest, %3 in all.</source>
        <translation>到 %1 为止，%2 等待最久，共 %3。</translation>
    </message>
    <message>
        <source>No thread has waited for a lock or the like yet.</source>
        <translation>还没有线程等待过锁之类的对象。</translation>
    </message>
    <message>
        <source>Waited for it so far (%1)</source>
        <translation>至今为它等待（%1）</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Up to %1: most of the waiting was for %2, %3 in all.</source>
        <translation>到 %1 为止，等待 %2 的时间最长，共 %3。</translation>
    </message>
    <message>
        <source>ideal: in proportion</source>
        <translation>理想：成正比</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>ideal: work shared out</source>
        <translation>理想：工作平分</translation>
    </message>
    <message>
        <source>in proportion</source>
        <translation>成正比</translation>
    </message>
    <message>
        <source>ideal: stays the same</source>
        <translation>理想：保持不变</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4 goes from %5 to %6.</source>
        <translation>%1从 %2 到 %3：%4从 %5 变为 %6。</translation>
    </message>
    <message>
        <source>The work grows with it, so work per time is compared.</source>
        <translation>工作量随之增长，因此比较单位时间完成的工作量。</translation>
    </message>
    <message>
        <source>Runs that didn&apos;t finish and are left out: %1.</source>
        <translation>未运行完而略去的次数：%1。</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Switch interval (ms)</source>
        <translation>切换间隔（ms）</translation>
    </message>
    <message>
        <source>Runs the program once for each value and compares the runs.</source>
        <translation>对每个取值各运行一次程序，并比较结果。</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>晚 %1</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Option %1: %2</source>
        <translation>选项 %1：%2</translation>
    </message>
    <message>
        <source>A core is free. Who runs on it next?</source>
        <translation>有一个核心空闲。接下来谁在上面运行？</translation>
    </message>
    <message>
        <source>%1 lets go of the GIL. Who is woken for it?</source>
        <translation>%1 放开 GIL。唤醒谁来取它？</translation>
    </message>
    <message>
        <source>Who is woken?</source>
        <translation>唤醒谁？</translation>
    </message>
    <message>
        <source>%1 is released. Who is woken for it?</source>
        <translation>%1 被释放。唤醒谁来取它？</translation>
    </message>
    <message>
        <source>How long does the wake-up take?</source>
        <translation>唤醒需要多久？</translation>
    </message>
    <message>
        <source>All at the same moment. Who is first?</source>
        <translation>同一时刻。谁先执行？</translation>
    </message>
    <message>
        <source>A message is on its way. When does it arrive?</source>
        <translation>一条消息正在途中。它何时到达？</translation>
    </message>
    <message>
        <source>%1 runs, others wait for the GIL. Who runs next?</source>
        <translation>%1 在运行，别的线程在等 GIL。接下来谁运行？</translation>
    </message>
    <message>
        <source>held up, %1 later</source>
        <translation>被耽搁，晚 %1</translation>
    </message>
    <message>
        <source>%1 could go on. When does it?</source>
        <translation>%1 可以继续了。何时继续？</translation>
    </message>
    <message>
        <source>%1 could begin. When does it?</source>
        <translation>%1 可以开始了。何时开始？</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>cue &quot;%1&quot;: the run must make exactly one option of the prediction right</source>
        <translation>要点“%1”：运行结果必须恰好使预测的一个选项成立</translation>
    </message>
    <message>
        <source>there is no panel &quot;%1&quot;</source>
        <translation>没有名为“%1”的画面</translation>
    </message>
    <message>
        <source>%1: error: %2</source>
        <translation>%1: 错误：%2</translation>
    </message>
    <message>
        <source>Looks for mistakes in scripts and lessons and prints all of them. Ends with 2 when there is any.</source>
        <translation>检查脚本和课程中的错误并全部列出。有错误时退出状态为 2。</translation>
    </message>
    <message>
        <source>A script, a lesson&apos;s folder, or a folder of such.</source>
        <translation>脚本、课程文件夹，或包含它们的文件夹。</translation>
    </message>
    <message>
        <source>%1: which file?
Try &quot;%1 --help&quot;.</source>
        <translation>%1：缺少文件名。
请试试“%1 --help”。</translation>
    </message>
    <message>
        <source>there is no script and no lesson in this folder</source>
        <translation>此文件夹中没有脚本，也没有课程</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;: use en or zh.</source>
        <translation>没有语言“%1”：请用 en 或 zh。</translation>
    </message>
    <message>
        <source>--at: &quot;%1&quot; is no cue of this run, no step and no time like 5ms. Its cues: %2.</source>
        <translation>--at：“%1”既不是本次运行的要点，也不是步号或 5ms 这样的时间。要点有：%2。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>--at: the run has the steps 0 to %1.</source>
        <translation>--at：本次运行的步号为 0 到 %1。</translation>
    </message>
    <message>
        <source>There is no script &quot;%1&quot; in %2. There are: %3.</source>
        <translation>%2 中没有脚本“%1”。现有：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written. Is there such a folder, and may you write to it?</source>
        <translation>无法写入“%1”。该文件夹存在吗？您有写权限吗？</translation>
    </message>
    <message>
        <source>Which of the lesson&apos;s scripts; the first without it.</source>
        <translation>课程中的哪个脚本；默认为第一个。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>A script, or a lesson&apos;s id or folder.</source>
        <translation>脚本，或课程的标识或文件夹。</translation>
    </message>
    <message>
        <source>Lists the lessons: number, id, title.</source>
        <translation>列出课程：编号、标识、标题。</translation>
    </message>
    <message>
        <source>As JSON, with groups, scripts and cues.</source>
        <translation>输出为 JSON，包含分组、脚本和要点。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value for the parameter %2.</source>
        <translation>“%1”不能作为参数 %2 的值。</translation>
    </message>
    <message>
        <source>The script has no parameter &quot;%1&quot;.</source>
        <translation>该脚本没有参数“%1”。</translation>
    </message>
    <message>
        <source>--set needs NAME=VALUE, not &quot;%1&quot;.</source>
        <translation>--set 需要 NAME=VALUE 的形式，而不是“%1”。</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Language: en or zh.</source>
        <translation>语言：en 或 zh。</translation>
    </message>
    <message>
        <source>%1: %2
Try &quot;%1 --help&quot;.</source>
        <translation>%1：%2
请试试“%1 --help”。</translation>
    </message>
    <message>
        <source>Chooses another order of what is left to chance; the same number gives the same run.</source>
        <translation>换一种偶然顺序；同一个数总得到同一次运行。</translation>
    </message>
    <message>
        <source>Replays a run: &quot;default&quot;, &quot;seed:N&quot; or &quot;p:...&quot;.</source>
        <translation>重放一次运行：“default”、“seed:N”或“p:...”。</translation>
    </message>
    <message>
        <source>Cores of the simulated computer.</source>
        <translation>模拟计算机的核心数。</translation>
    </message>
    <message>
        <source>The interpreter that is modelled: 2.7, 3.2 to 3.13, 3.13t.</source>
        <translation>所模拟的解释器：2.7、3.2 至 3.13、3.13t。</translation>
    </message>
    <message>
        <source>Changes a parameter of the script.</source>
        <translation>修改脚本的一个参数。</translation>
    </message>
    <message>
        <source>Give --seed or --schedule, not both.</source>
        <translation>--seed 和 --schedule 只能给一个。</translation>
    </message>
    <message>
        <source>--seed needs a whole number, not &quot;%1&quot;.</source>
        <translation>--seed 需要整数，而不是“%1”。</translation>
    </message>
    <message>
        <source>--cores needs a whole number, not &quot;%1&quot;.</source>
        <translation>--cores 需要整数，而不是“%1”。</translation>
    </message>
    <message>
        <source>Size of the pictures in pixels; 1920x1080 without it.</source>
        <translation>图片的像素尺寸；默认 1920x1080。</translation>
    </message>
    <message>
        <source>paper, slate or contrast.</source>
        <translation>paper（浅色）、slate（深色）或 contrast（高对比度）。</translation>
    </message>
    <message>
        <source>Which picture of the run; the script names one itself.</source>
        <translation>运行的哪种画面；默认由脚本指定。</translation>
    </message>
    <message>
        <source>--size needs WIDTHxHEIGHT, for example 1920x1080, not &quot;%1&quot;.</source>
        <translation>--size 需要“宽x高”，例如 1920x1080，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;: use paper, slate or contrast.</source>
        <translation>没有主题“%1”：请用 paper、slate 或 contrast。</translation>
    </message>
    <message>
        <source>There is no panel &quot;%1&quot;. There are: %2.</source>
        <translation>没有名为“%1”的画面。现有：%2。</translation>
    </message>
    <message>
        <source>There is no file and no lesson &quot;%1&quot;.</source>
        <translation>没有文件或课程“%1”。</translation>
    </message>
    <message>
        <source>&quot;interleave list&quot; shows the lessons.</source>
        <translation>“interleave list”列出所有课程。</translation>
    </message>
    <message>
        <source>Did you mean: %1?</source>
        <translation>您是指：%1？</translation>
    </message>
    <message>
        <source>Runs a Python program on the simulated computer, prints what it prints and ends with its exit status.
2: the file can&apos;t be read or uses something unsupported; 3: deadlock; 4: a limit was reached.
Defaults for the options come from the script&apos;s metadata block.</source>
        <translation>在模拟计算机上运行 Python 程序，打印它的输出，并以它的退出状态结束。
2：文件无法读取或用到了不支持的功能；3：死锁；4：达到上限。
选项的默认值取自脚本的元数据块。</translation>
    </message>
    <message>
        <source>Writes the run for chrome://tracing and Perfetto.</source>
        <translation>写出运行记录，供 chrome://tracing 和 Perfetto 打开。</translation>
    </message>
    <message>
        <source>The program.</source>
        <translation>程序。</translation>
    </message>
    <message>
        <source>What it finds in sys.argv[1:].</source>
        <translation>程序在 sys.argv[1:] 中得到的参数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; can&apos;t be made.</source>
        <translation>无法创建文件夹“%1”。</translation>
    </message>
    <message>
        <source>Writes a picture of every cue of every lesson, in both languages, and a page that shows them.</source>
        <translation>把每一课每个要点的画面写成图片（中英两种语言），并生成一个浏览网页。</translation>
    </message>
    <message>
        <source>The folder to write to; it is made if need be.</source>
        <translation>要写入的文件夹；不存在时会创建。</translation>
    </message>
    <message>
        <source>%1 needs -o FOLDER.
Try &quot;%1 --help&quot;.</source>
        <translation>%1 需要 -o FOLDER。
请试试“%1 --help”。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s): open %1</source>
        <translation>
            <numerusform>%n 张图片：请打开 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no display for the window. Without one there are: interleave run, export, check, list, tour (see interleave --help).</source>
        <translation>没有可用的显示器，无法打开窗口。无显示器时可用：interleave run、export、check、list、tour（见 interleave --help）。</translation>
    </message>
    <message>
        <source>The window shows one file or lesson at a time.</source>
        <translation>窗口一次只能显示一个文件或一课。</translation>
    </message>
    <message>
        <source>Which of the panel&apos;s views; its first without it.</source>
        <translation>画面的哪一种视图；不给出则为第一种。</translation>
    </message>
    <message>
        <source>The panel &quot;%1&quot; has no view &quot;%2&quot;. It has: %3.</source>
        <translation>画面“%1”没有视图“%2”。它有：%3。</translation>
    </message>
    <message>
        <source>only one</source>
        <translation>只有一种</translation>
    </message>
    <message>
        <source>There is no format for files named .%1. Give --format, one of: %2.</source>
        <translation>没有与 .%1 文件对应的格式。请用 --format 指定：%2。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. There are: %2.</source>
        <translation>没有格式“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>--fps needs a whole number from %1 to %2, not &quot;%3&quot;.</source>
        <translation>--fps 需要 %1 到 %2 的整数，而不是“%3”。</translation>
    </message>
    <message>
        <source>--speed needs a number from %1 to %2, not &quot;%3&quot;.</source>
        <translation>--speed 需要 %1 到 %2 的数，而不是“%3”。</translation>
    </message>
    <message>
        <source>A film shows several moments, not one. Use --at steps, --at all, or a range like 3..10.</source>
        <translation>影片展示多个时刻，而不是一个。请用 --at steps、--at all 或 3..10 这样的范围。</translation>
    </message>
    <message>
        <source>--transparent: %1 files always have a background.</source>
        <translation>--transparent：%1 文件总是带有背景。</translation>
    </message>
    <message>
        <source>A cue&apos;s name, a step&apos;s number or a time like 5ms: one picture. all: every cue. steps: every step. A..B: every step from A to B. Without it the first cue, or the last step when there is none; a film shows the whole run.</source>
        <translation>要点名、步号或 5ms 这样的时间：一张图片。all：每个要点。steps：每一步。A..B：从 A 到 B 的每一步。默认为第一个要点，没有要点时为最后一步；影片默认播放整个运行。</translation>
    </message>
    <message>
        <source>Without the background.</source>
        <translation>不带背景。</translation>
    </message>
    <message>
        <source>Frames per second of a film; 25 without it.</source>
        <translation>影片的帧率；默认 25。</translation>
    </message>
    <message>
        <source>How fast a film plays, 0.25 to 4; 1 without it.</source>
        <translation>影片的播放速度，0.25 到 4；默认 1。</translation>
    </message>
    <message>
        <source>Writes pictures of a run: as PNG, SVG or PDF, or as a film that plays it.</source>
        <translation>导出运行的图片：PNG、SVG 或 PDF，或者播放运行的影片。</translation>
    </message>
    <message>
        <source>%1 needs one FILE or LESSON, and -o OUT.
Try &quot;%1 --help&quot;.</source>
        <translation>%1 需要一个 FILE 或 LESSON，以及 -o OUT。
请试“%1 --help”。</translation>
    </message>
    <message>
        <source>--at: &quot;%1&quot; comes after &quot;%2&quot; in this run.</source>
        <translation>--at：在本次运行中“%1”在“%2”之后。</translation>
    </message>
    <message>
        <source>One of: %1. Without it the file&apos;s name says so. Of several pictures, png and svg make numbered files, the others one file.</source>
        <translation>可选：%1。默认由文件名决定。多张图片时，png 和 svg 写成编号文件，其他格式写成一个文件。</translation>
    </message>
    <message>
        <source>There is no chart &quot;%1&quot;. There are: %2.</source>
        <translation>没有图表“%1”。可选：%2。</translation>
    </message>
    <message>
        <source>There is no measure &quot;%1&quot;. There are: %2.</source>
        <translation>没有指标“%1”。可选：%2。</translation>
    </message>
    <message>
        <source>--sweep needs NAME=FROM..TO, for example cores=1..8, or NAME=FROM..TO:VALUES with 2 to %1 values.</source>
        <translation>--sweep 的格式为 NAME=FROM..TO，例如 cores=1..8；或 NAME=FROM..TO:VALUES，取值个数为 2 到 %1。</translation>
    </message>
    <message>
        <source>--sweep: the script has no number &quot;%1&quot; to vary. There are: %2.</source>
        <translation>--sweep：脚本没有可以变化的数值“%1”。可选：%2。</translation>
    </message>
    <message>
        <source>The parameter %1 must be between %2 and %3.</source>
        <translation>参数 %1 必须在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>Writes a chart of a run, or of an experiment with several runs, as a picture (.png), a drawing (.svg) or numbers (.csv).</source>
        <translation>将一次运行或由多次运行组成的实验的图表保存为图片（.png）、矢量图（.svg）或数据（.csv）。</translation>
    </message>
    <message>
        <source>utilisation, waiting, locks or experiment.</source>
        <translation>utilisation（利用率）、waiting（等待）、locks（锁）或 experiment（实验）。</translation>
    </message>
    <message>
        <source>What an experiment varies: cores, interval or a parameter of the script.</source>
        <translation>实验改变什么：cores（核心数）、interval（切换间隔）或脚本的参数。</translation>
    </message>
    <message>
        <source>What an experiment shows: time, speed-up, waiting, switches or call-cost.</source>
        <translation>实验显示什么：time（时间）、speed-up（加速比）、waiting（等待）、switches（切换次数）或 call-cost（调用开销）。</translation>
    </message>
    <message>
        <source>A chart can be written as .png, .svg or .csv, not as &quot;%1&quot;.</source>
        <translation>图表只能保存为 .png、.svg 或 .csv，不能保存为“%1”。</translation>
    </message>
    <message>
        <source>%1 needs one FILE or LESSON, and -o OUT.png.
Try &quot;%1 --help&quot;.</source>
        <translation>%1 需要一个 FILE 或 LESSON，以及 -o OUT.png。
请参阅“%1 --help”。</translation>
    </message>
    <message>
        <source>A script, a lesson&apos;s id or folder, or a playlist (*.interleave).</source>
        <translation>脚本、课程的编号或文件夹，或者播放列表（*.interleave）。</translation>
    </message>
    <message>
        <source>--%1 is about one run. The entries of a playlist have their own.</source>
        <translation>--%1 只对单次运行有效，播放列表的各条目自有设置。</translation>
    </message>
    <message>
        <source>A playlist can&apos;t be exported as %1, only its runs one by one.</source>
        <translation>播放列表不能导出为 %1，只能逐个导出其中的运行。</translation>
    </message>
    <message>
        <source>The playlist has nothing that could be exported.</source>
        <translation>播放列表中没有可导出的内容。</translation>
    </message>
    <message>
        <source>Interleave: see concurrency. Python programs on a simulated computer, step by step.

  interleave [FILE|LESSON]             opens the window
  interleave run FILE [ARGUMENT...]    prints what the program prints
  interleave export FILE|LESSON -o OUT
                                       writes pictures of a run, or a film of it
  interleave chart FILE|LESSON -o OUT.png
                                       writes a chart of a run or an experiment
  interleave check PATH...             looks for mistakes in scripts and lessons
  interleave list [--json] [--search WORDS]
                                       the lessons, or those with the words
  interleave tour -o FOLDER            pictures of every cue of every lesson

  --lang en|zh   --theme paper|slate|contrast   --help   --version

&quot;interleave COMMAND --help&quot; tells more about a command.
</source>
        <translation>Interleave：看见并发。在模拟计算机上逐步运行 Python 程序。

  interleave [FILE|LESSON]             打开窗口
  interleave run FILE [ARGUMENT...]    打印程序的输出
  interleave export FILE|LESSON -o OUT
                                       导出运行的图片或影片
  interleave chart FILE|LESSON -o OUT.png
                                       导出运行或实验的图表
  interleave check PATH...             检查脚本和课程中的错误
  interleave list [--json] [--search WORDS]
                                       列出课程，或包含这些词的课程
  interleave tour -o FOLDER            每一课每个要点的图片

  --lang en|zh   --theme paper|slate|contrast   --help   --version

“interleave COMMAND --help”给出某个命令的详细说明。
</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No lesson has all of &quot;%1&quot; in it.</source>
        <translation>没有课程同时包含“%1”。</translation>
    </message>
    <message>
        <source>Only the lessons with all of these words, in titles, questions, answers, cues or code, the best first.</source>
        <translation>只列出标题、问题、回答、要点或代码中包含所有这些词的课程，最相关的在前。</translation>
    </message>
    <message>
        <source>Scripts of this lesson: %1.</source>
        <translation>本课的脚本：%1。</translation>
    </message>
    <message>
        <source>Two runs can&apos;t be exported as %1, only as: %2.</source>
        <translation>两次运行的对比不能导出为 %1，只能导出为：%2。</translation>
    </message>
    <message>
        <source>Two runs side by side on one clock, as in the window: this one and NAME, which is another script of the lesson or the same one, a lesson, LESSON/SCRIPT or a file. --at parting: where they part.</source>
        <translation>像窗口中那样，在同一时钟下并排显示两次运行：本次运行和 NAME。NAME 可以是本课的另一个脚本或同一个脚本、另一课、“课程/脚本”或一个文件。--at parting：两者出现分歧之处。</translation>
    </message>
    <message>
        <source>As --%1, for the twin.</source>
        <translation>同 --%1，用于对比的运行。</translation>
    </message>
    <message>
        <source>The --twin- options are about a second run: name it with --twin NAME.</source>
        <translation>--twin- 开头的选项针对第二次运行：请用 --twin NAME 指定。</translation>
    </message>
    <message>
        <source>--%1 is about a film, and two runs make none.</source>
        <translation>--%1 用于影片，两次运行的对比不能导出影片。</translation>
    </message>
    <message>
        <source>--at: the two runs don&apos;t part: both do the same throughout.</source>
        <translation>--at：两次运行没有分歧，从头到尾所做的事都一样。</translation>
    </message>
</context>
<context>
    <name>Deadlock</name>
    <message>
        <source>%1 holds: %2</source>
        <translation>%1成立：%2</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t hold: %2</source>
        <translation>%1不成立：%2</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>doesn&apos;t hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>What would break it</source>
        <translation>怎样打破它</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺了什么</translation>
    </message>
    <message>
        <source>What keeps it away</source>
        <translation>为什么不会死锁</translation>
    </message>
    <message>
        <source>Coffman conditions</source>
        <translation>Coffman 条件</translation>
    </message>
    <message>
        <source>Mutual exclusion</source>
        <translation>互斥</translation>
    </message>
    <message>
        <source>%1 has one holder: %2</source>
        <translation>%1 只有一个持有者：%2</translation>
    </message>
    <message>
        <source>no lock is held at this moment</source>
        <translation>此刻没有锁被持有</translation>
    </message>
    <message>
        <source>Hold and wait</source>
        <translation>占有并等待</translation>
    </message>
    <message>
        <source>nobody keeps a lock and waits</source>
        <translation>没有线程占着锁等待</translation>
    </message>
    <message>
        <source>%1 has %2, wants %3</source>
        <translation>%1 持有 %2，想要 %3</translation>
    </message>
    <message>
        <source>%1 keeps %2 and waits for %3, until %4 at most</source>
        <translation>%1 占着 %2 等待 %3，最多等到 %4</translation>
    </message>
    <message>
        <source>%1 keeps %2 and waits for %3</source>
        <translation>%1 占着 %2 等待 %3</translation>
    </message>
    <message numerus="yes">
        <source>; %n other(s) likewise</source>
        <translation>
            <numerusform>；另有 %n 个线程也是如此</numerusform>
        </translation>
    </message>
    <message>
        <source>No preemption</source>
        <translation>不可抢占</translation>
    </message>
    <message>
        <source>%1 was released by a thread that didn&apos;t hold it</source>
        <translation>%1 被不持有它的线程释放了</translation>
    </message>
    <message>
        <source>no lock is ever taken away</source>
        <translation>锁从不会被夺走</translation>
    </message>
    <message>
        <source>no lock is taken away: only its holder releases it</source>
        <translation>锁不会被夺走：只有持有者释放它</translation>
    </message>
    <message numerus="yes">
        <source>no lock is taken away: %n release(s), all by the holder</source>
        <translation>
            <numerusform>锁没有被夺走：%n 次释放都由持有者完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Circular wait</source>
        <translation>循环等待</translation>
    </message>
    <message>
        <source>no circle, but nobody is left who could wake them</source>
        <translation>没有环，但已经没有线程能唤醒它们</translation>
    </message>
    <message>
        <source>no circle</source>
        <translation>没有环</translation>
    </message>
    <message>
        <source>no thread waits for another</source>
        <translation>没有线程在等别的线程</translation>
    </message>
    <message>
        <source>not closed: %1</source>
        <translation>尚未闭合：%1</translation>
    </message>
    <message>
        <source>Somebody must notify %2: %1 waits for that.</source>
        <translation>必须有线程对 %2 发出通知：%1 在等它。</translation>
    </message>
    <message>
        <source>Somebody must release the semaphore %2: %1 waits for that.</source>
        <translation>必须有线程释放信号量 %2：%1 在等它。</translation>
    </message>
    <message>
        <source>Somebody must set the event %2: %1 waits for that.</source>
        <translation>必须有线程设置事件 %2：%1 在等它。</translation>
    </message>
    <message>
        <source>More threads must come to the barrier %2: %1 waits for them.</source>
        <translation>必须有更多线程到达屏障 %2：%1 在等它们。</translation>
    </message>
    <message>
        <source>Somebody must put an item into %2, or a sentinel that ends the loop: %1 waits for it.</source>
        <translation>必须有线程向 %2 放入元素，或放入结束循环的哨兵值：%1 在等它。</translation>
    </message>
    <message>
        <source>Somebody must take an item out of %2: %1 waits for room.</source>
        <translation>必须有线程从 %2 取走元素：%1 在等空位。</translation>
    </message>
    <message>
        <source>Somebody must call %2.task_done() for each item: %1 waits for that.</source>
        <translation>每取一个元素都必须调用 %2.task_done()：%1 在等它。</translation>
    </message>
    <message>
        <source>Whoever took %2 must release it: %1 waits for that.</source>
        <translation>取得 %2 的线程必须释放它：%1 在等它。</translation>
    </message>
    <message>
        <source>%1 waits for %2, and nobody is left to bring it about.</source>
        <translation>%1 在等待 %2，但已经没有线程能让它发生。</translation>
    </message>
    <message>
        <source>If %1 took %2 before %3, as the others&apos; order demands, no ring could close.</source>
        <translation>如果 %1 按其他线程的顺序，先取 %2 再取 %3，环就无法闭合。</translation>
    </message>
    <message>
        <source>If everybody took the locks in one order (%1), no ring could close.</source>
        <translation>如果所有线程都按同一顺序（%1）取锁，环就无法闭合。</translation>
    </message>
    <message>
        <source>If %2 were an RLock, %1 could enter it again.</source>
        <translation>如果 %2 是 RLock，%1 就能再次进入。</translation>
    </message>
    <message>
        <source>If %1 released %2 before it waits for the end of %3, %3 could go on.</source>
        <translation>如果 %1 在等待 %3 结束之前先释放 %2，%3 就能继续。</translation>
    </message>
    <message>
        <source>%1 and %2 must not both wait for each other&apos;s end.</source>
        <translation>%1 和 %2 不能互相等待对方结束。</translation>
    </message>
    <message>
        <source>%1 has ended without releasing %2. A with statement would have released it.</source>
        <translation>%1 已经结束，却没有释放 %2。用 with 语句就会释放它。</translation>
    </message>
    <message>
        <source>Resource-allocation graph</source>
        <translation>资源分配图</translation>
    </message>
    <message>
        <source>Wait-for graph</source>
        <translation>等待图</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <translation>%1 由 %2 持有</translation>
    </message>
    <message>
        <source>%1: only %2 can bring it about</source>
        <translation>%1：只有 %2 能让它发生</translation>
    </message>
    <message>
        <source>%1 is woken and may try to take %2</source>
        <translation>%1 被唤醒，可以尝试取得 %2</translation>
    </message>
    <message>
        <source>%1 waits for %2, until %3 at most</source>
        <translation>%1 等待 %2，最多等到 %3</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 等待 %2</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t get %2</source>
        <translation>%1 没有拿到 %2</translation>
    </message>
    <message>
        <source>%1 gives up waiting for %2</source>
        <translation>%1 放弃等待 %2</translation>
    </message>
    <message>
        <source>%1 waits for %2, because of %3</source>
        <translation>%1 因 %3 等待 %2</translation>
    </message>
    <message>
        <source>end of %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>%1 gives up at %2</source>
        <translation>%1 将在 %2 放弃</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1，空闲</translation>
    </message>
    <message>
        <source>%1, held by %2</source>
        <translation>%1，由 %2 持有</translation>
    </message>
    <message numerus="yes">
        <source>cycle of %n</source>
        <translation>
            <numerusform>%n 个线程成环</numerusform>
        </translation>
    </message>
    <message>
        <source>until a wait times out, at %1</source>
        <translation>直到 %1 有等待超时</translation>
    </message>
    <message>
        <source>%1 waits for itself</source>
        <translation>%1 在等自己</translation>
    </message>
    <message>
        <source>none of them can move</source>
        <translation>其中谁也动不了</translation>
    </message>
    <message>
        <source>nobody can move</source>
        <translation>谁也动不了</translation>
    </message>
    <message>
        <source>%1 is refused</source>
        <translation>%1 没拿到锁</translation>
    </message>
    <message>
        <source>%1 is taken; it doesn&apos;t wait</source>
        <translation>%1 已被占用，它不等待</translation>
    </message>
    <message>
        <source>%1 gives up</source>
        <translation>%1 放弃等待</translation>
    </message>
    <message>
        <source>its time for %1 is over</source>
        <translation>等待 %1 的时间已到</translation>
    </message>
    <message>
        <source>%1 is woken</source>
        <translation>%1 被唤醒</translation>
    </message>
    <message>
        <source>it must still take %1</source>
        <translation>它还要去取 %1</translation>
    </message>
    <message>
        <source>no cycle</source>
        <translation>没有环</translation>
    </message>
    <message numerus="yes">
        <source>longest chain: %n wait(s)</source>
        <translation>
            <numerusform>最长的等待链：%n 次等待</numerusform>
        </translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡住了</translation>
    </message>
    <message>
        <source>no cycle, but nobody is left who could wake them</source>
        <translation>没有环，但已经没有线程能唤醒它们</translation>
    </message>
    <message>
        <source>%1 waits for %2 and can&apos;t end before</source>
        <translation>%1 等待 %2，在此之前无法结束</translation>
    </message>
    <message>
        <source>%1: %2 of its %3 units are taken</source>
        <translation>%1：%3 个单位中已被拿走 %2 个</translation>
    </message>
    <message>
        <source>%1 gives up at %2 and can then let go of what it has</source>
        <translation>%1 到 %2 就不再等，之后可以放开手里的锁</translation>
    </message>
    <message>
        <source>a worker of %1 has one task at a time</source>
        <translation>%1 的一个工作者一次只做一个任务</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) keep their worker(s) and wait for a result</source>
        <translation>
            <numerusform>%n 个任务占着工作者，同时等待结果</numerusform>
        </translation>
    </message>
    <message>
        <source>a task keeps its worker until it ends</source>
        <translation>任务结束之前一直占着工作者</translation>
    </message>
    <message>
        <source>running tasks wait for queued ones, and these for a worker</source>
        <translation>运行中的任务等排队的任务，排队的任务等工作者</translation>
    </message>
    <message>
        <source>More workers, or tasks that don&apos;t wait for others of their own pool.</source>
        <translation>增加工作者，或者不让任务等待同一个池里的其他任务。</translation>
    </message>
    <message>
        <source>If %1 took %2 before %3, as %4 does, no ring could close.</source>
        <translation>如果 %1 也像 %4 那样先拿 %2 再拿 %3，环就无法闭合。</translation>
    </message>
    <message>
        <source>If everybody took all the units of %1 that it needs at once, or none, no ring could close.</source>
        <translation>如果每个线程都一次拿齐所需的 %1 单位，要么一个也不拿，环就无法闭合。</translation>
    </message>
    <message>
        <source>%1 had %2 when this process was forked: the copy stays taken. Fork before threads take locks, or spawn.</source>
        <translation>创建这个进程（fork）时 %2 在 %1 手里，复制过来的锁就永远锁着。应在线程加锁之前 fork，或改用 spawn。</translation>
    </message>
    <message>
        <source>%1: %2 has taken a unit</source>
        <translation>%1：%2 拿走了一个单位</translation>
    </message>
    <message>
        <source>%1, free units: %2</source>
        <translation>%1，空闲单位：%2</translation>
    </message>
    <message>
        <source>no progress</source>
        <translation>没有进展</translation>
    </message>
    <message numerus="yes">
        <source>%n tries in vain, and nobody has got a second lock</source>
        <translation>
            <numerusform>%n 次落空，没人拿到第二把锁</numerusform>
        </translation>
    </message>
    <message>
        <source>pool exhausted</source>
        <translation>池已耗尽</translation>
    </message>
    <message numerus="yes">
        <source>its %n worker(s) wait for tasks that it can&apos;t begin</source>
        <translation>
            <numerusform>%n 个工作者都在等池无法开始的任务</numerusform>
        </translation>
    </message>
    <message>
        <source>If %1 took %2 before %3, no ring could close.</source>
        <translation>如果 %1 先拿 %2 再拿 %3，环就无法闭合。</translation>
    </message>
    <message>
        <source>no thread holds what is waited for</source>
        <translation>所等的东西不在任何线程手里</translation>
    </message>
    <message>
        <source>In this run all took the locks in one order (%1): no ring could close.</source>
        <translation>大家都按同一顺序（%1）加锁：环闭合不了。</translation>
    </message>
    <message>
        <source>If all take the locks in one order, no ring can close.</source>
        <translation>如果大家都按同一顺序加锁，环就不可能闭合。</translation>
    </message>
    <message>
        <source>A livelock: nobody gets on. Breaks of random length would help.</source>
        <translation>活锁：谁也没有进展。随机长短的停顿会有帮助。</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Deadlock, though no circle of locks: nothing is left that could ever give these threads what they wait for.</source>
        <translation>死锁，但不是由锁构成的环：这些线程等待的东西，再也没有谁能提供。</translation>
    </message>
    <message>
        <source>So nobody else can go on either.</source>
        <translation>因此其他线程也无法继续。</translation>
    </message>
    <message>
        <source>Deadlock: %1 waits for itself.</source>
        <translation>死锁：%1 在等待它自己。</translation>
    </message>
    <message numerus="yes">
        <source>Deadlock: %n thread(s) wait for each other in a circle.</source>
        <translation>
            <numerusform>死锁：%n 个线程互相等待，形成环。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>第 %2 行的 %1</translation>
    </message>
    <message>
        <source>%1 waits to be notified on %2.</source>
        <translation>%1 等待 %2 上的通知。</translation>
    </message>
    <message>
        <source>%1 waits for the event %2 to be set.</source>
        <translation>%1 等待事件 %2 被设置。</translation>
    </message>
    <message>
        <source>%1 waits for an item in the queue %2.</source>
        <translation>%1 等待队列 %2 中出现数据。</translation>
    </message>
    <message>
        <source>%1 waits for room in the queue %2.</source>
        <translation>%1 等待队列 %2 腾出空位。</translation>
    </message>
    <message>
        <source>%1 waits until all tasks of the queue %2 are done.</source>
        <translation>%1 等待队列 %2 的任务全部完成。</translation>
    </message>
    <message>
        <source>%1 waits for the end of %2.</source>
        <translation>%1 等待 %2 结束。</translation>
    </message>
    <message>
        <source>%1 waits for the end of the process %2.</source>
        <translation>%1 等待进程 %2 结束。</translation>
    </message>
    <message>
        <source>%1 waits.</source>
        <translation>%1 在等待。</translation>
    </message>
    <message>
        <source>%1 waits for %2.</source>
        <translation>%1 等待 %2。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 took in line %4: it has ended without releasing it.</source>
        <translation>%1 等待 %2，它被 %3 在第 %4 行拿走，而 %3 没有释放就结束了。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 took in line %4.</source>
        <translation>%1 等待 %2，它被 %3 在第 %4 行拿走。</translation>
    </message>
    <message>
        <source>%1 waits in %2 for input or output that can&apos;t come any more.</source>
        <translation>%1 在 %2 中等待再也不会发生的输入或输出。</translation>
    </message>
    <message>
        <source>%1 waits for input or output that can&apos;t come any more.</source>
        <translation>%1 等待再也不会发生的输入或输出。</translation>
    </message>
    <message>
        <source>%1 waits at the barrier %2: %3 of %4 have arrived.</source>
        <translation>%1 在栅栏 %2 处等待：%4 个中到了 %3 个。</translation>
    </message>
    <message>
        <source>The program had not ended after %L1 instructions.</source>
        <translation>程序执行了 %L1 条指令仍未结束。</translation>
    </message>
    <message>
        <source>The program had not ended after %L1 recorded events.</source>
        <translation>程序记录了 %L1 个事件仍未结束。</translation>
    </message>
    <message>
        <source>The program had not ended after %L1 s of simulated time.</source>
        <translation>程序在模拟时间 %L1 s 后仍未结束。</translation>
    </message>
    <message>
        <source>The program needs more memory than a run may have (%1 MiB).</source>
        <translation>程序需要的内存超过一次运行的上限（%1 MiB）。</translation>
    </message>
    <message>
        <source>The program has printed more than a run may print (%1 MiB).</source>
        <translation>程序的输出超过一次运行的上限（%1 MiB）。</translation>
    </message>
    <message>
        <source>The program has started more threads than a run may have (%L1).</source>
        <translation>程序启动的线程超过一次运行的上限（%L1 个）。</translation>
    </message>
    <message>
        <source>Stopped at a limit: %1</source>
        <translation>达到上限而停止：%1</translation>
    </message>
    <message>
        <source>%1 waits for the end of a process.</source>
        <translation>%1 等待某个进程结束。</translation>
    </message>
    <message>
        <source>Deadlock: a pool&apos;s own tasks wait for tasks that it can&apos;t begin.</source>
        <translation>死锁：池里的任务在等待池无法开始的任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) still wait for a worker.</source>
        <translation>
            <numerusform>还有 %n 个任务在等工作者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n worker(s) of %1 are in such tasks:</source>
        <translation>
            <numerusform>%1 的 %n 个工作者全都在这样的任务里：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>the semaphore %1</source>
        <translation>%1（信号量）</translation>
    </message>
    <message>
        <source>%1 waits for the result of a task.</source>
        <translation>%1 等待一个任务的结果。</translation>
    </message>
    <message>
        <source>%1 waits for the result %2.</source>
        <translation>%1 等待结果 %2。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 had taken in line %4 when this process was forked: in here nobody can release it.</source>
        <translation>%1 等待 %2：创建这个进程（fork）时，%3 已在第 %4 行拿到它，而在这个进程里谁也无法释放它。</translation>
    </message>
    <message>
        <source>%1 waits for %2, which it took itself in line %3.</source>
        <translation>%1 等待 %2，而它自己在第 %3 行已经拿到了。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>descriptor</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>is created</source>
        <translation>被创建</translation>
    </message>
    <message>
        <source>is preempted, waits for a core</source>
        <translation>被抢占，等待核心</translation>
    </message>
    <message>
        <source>is ready, waits for a core</source>
        <translation>就绪，等待核心</translation>
    </message>
    <message>
        <source>runs outside the interpreter on core %1</source>
        <translation>在核心 %1 上运行（解释器之外）</translation>
    </message>
    <message>
        <source>runs on core %1</source>
        <translation>在核心 %1 上运行</translation>
    </message>
    <message>
        <source>waits for the GIL</source>
        <translation>等待 GIL</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>waits for I/O</source>
        <translation>等待 I/O</translation>
    </message>
    <message>
        <source>sleeps</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>ends by an exception</source>
        <translation>因异常结束</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>reaches line %1</source>
        <translation>到达第 %1 行</translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>returns from %1</source>
        <translation>从 %1 返回</translation>
    </message>
    <message>
        <source>executes an instruction</source>
        <translation>执行一条指令</translation>
    </message>
    <message>
        <source>takes the GIL</source>
        <translation>获得 GIL</translation>
    </message>
    <message>
        <source>hands the GIL over on request</source>
        <translation>应请求交出 GIL</translation>
    </message>
    <message>
        <source>releases the GIL</source>
        <translation>释放 GIL</translation>
    </message>
    <message>
        <source>asks %1 for the GIL</source>
        <translation>请求 %1 交出 GIL</translation>
    </message>
    <message>
        <source>waits until another has taken the GIL</source>
        <translation>等待其他线程获得 GIL</translation>
    </message>
    <message>
        <source>is woken too late: the GIL is taken</source>
        <translation>被唤醒时 GIL 已被占用</translation>
    </message>
    <message>
        <source>wants %1, must wait</source>
        <translation>请求 %1，必须等待</translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>acquires %1</source>
        <translation>获得 %1</translation>
    </message>
    <message>
        <source>releases %1</source>
        <translation>释放 %1</translation>
    </message>
    <message>
        <source>is woken for %1</source>
        <translation>因 %1 被唤醒</translation>
    </message>
    <message>
        <source>begins to wait for %1</source>
        <translation>开始等待 %1</translation>
    </message>
    <message>
        <source>notifies those who wait for %1: %2</source>
        <translation>通知等待 %1 的线程：%2 个</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 现在为 %2</translation>
    </message>
    <message>
        <source>has waited for %1 long enough: timeout</source>
        <translation>等待 %1 超时</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>sets its %1</source>
        <translation>设置局部变量 %1</translation>
    </message>
    <message>
        <source>prints “%1”</source>
        <translation>输出“%1”</translation>
    </message>
    <message>
        <source>raises %1</source>
        <translation>抛出 %1</translation>
    </message>
    <message>
        <source>reaches the cue %1</source>
        <translation>到达要点 %1</translation>
    </message>
    <message>
        <source>deadlock; threads in it: %1</source>
        <translation>死锁，涉及线程数：%1</translation>
    </message>
    <message>
        <source>the run ends with exit status %1</source>
        <translation>运行结束，退出状态 %1</translation>
    </message>
    <message>
        <source>%1 is created</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>%1 ends with %2</source>
        <translation>%1 结束，退出码 %2</translation>
    </message>
    <message>
        <source>%1 is reaped</source>
        <translation>%1 被回收</translation>
    </message>
    <message>
        <source>%1 is adopted by pid %2</source>
        <translation>%1 被 pid %2 收养</translation>
    </message>
    <message>
        <source>signal %1 to %2</source>
        <translation>向 %2 发送信号 %1</translation>
    </message>
    <message>
        <source>%1 has copied pages: %2</source>
        <translation>%1 已复制的页数：%2</translation>
    </message>
    <message>
        <source>becomes a worker of %1</source>
        <translation>成为 %1 的工作者</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>离开 %1</translation>
    </message>
    <message>
        <source>submits %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>begins %1</source>
        <translation>开始 %1</translation>
    </message>
    <message>
        <source>finishes %1: %2</source>
        <translation>完成 %1：%2</translation>
    </message>
    <message>
        <source>the result of %1 is back</source>
        <translation>%1 的结果已返回</translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>%1 receives: %2</source>
        <translation>%1 收到：%2</translation>
    </message>
    <message>
        <source>reads from %1: %2</source>
        <translation>从 %1 读取：%2</translation>
    </message>
    <message>
        <source>sends to %1: %2</source>
        <translation>向 %1 发送：%2</translation>
    </message>
    <message>
        <source>%1 is no longer ready</source>
        <translation>%1 不再就绪</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 就绪</translation>
    </message>
    <message>
        <source>epoll_ctl for %1</source>
        <translation>对 %1 调用 epoll_ctl</translation>
    </message>
    <message>
        <source>%1 goes onto the ready list</source>
        <translation>%1 进入就绪列表</translation>
    </message>
    <message>
        <source>%1 leaves the ready list</source>
        <translation>%1 离开就绪列表</translation>
    </message>
    <message>
        <source>calls %1 on %2 descriptors</source>
        <translation>对 %2 个描述符调用 %1</translation>
    </message>
    <message>
        <source>%1 looks at %2 descriptors</source>
        <translation>%1 检查 %2 个描述符</translation>
    </message>
    <message>
        <source>%1 is reported</source>
        <translation>报告 %1</translation>
    </message>
    <message>
        <source>%1 returns: %2</source>
        <translation>%1 返回：%2</translation>
    </message>
    <message>
        <source>enters %1</source>
        <translation>进入 %1</translation>
    </message>
    <message>
        <source>%1 returns %2</source>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>prints “%1”, which is lost in its buffer</source>
        <translation>输出“%1”，但丢在了缓冲区里</translation>
    </message>
    <message>
        <source>puts %1</source>
        <translation>放入 %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be sent</source>
        <translation>%1 无法发送</translation>
    </message>
    <message>
        <source>%1 is in the pipe</source>
        <translation>%1 进入管道</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>取出 %1</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture must be %1 to %2 pixels wide and high, and %3 million pixels at most.</source>
        <translation>图片的宽和高须为 %1 到 %2 像素，总数不超过 %3 百万像素。</translation>
    </message>
    <message>
        <source>A film can be 3840x2160 pixels at most.</source>
        <translation>影片的像素总数不能超过 3840x2160。</translation>
    </message>
    <message>
        <source>These are %1 pictures, and %2 can be exported at once. Choose the cues, or on the command line a range such as --at 0..%3.</source>
        <translation>这里有 %1 张图片，一次最多导出 %2 张。请选择要点，或在命令行中指定范围，例如 --at 0..%3。</translation>
    </message>
    <message>
        <source>The file would have more than %1 MB. Choose fewer pictures.</source>
        <translation>文件将超过 %1 MB。请减少图片。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written. Is there such a folder, and may you write to it?</source>
        <translation>无法写入“%1”。该文件夹存在吗？您有写权限吗？</translation>
    </message>
    <message>
        <source>Films need the program ffmpeg, which is not installed. On Debian and Ubuntu: sudo apt install ffmpeg. PNG, SVG and PDF do without.</source>
        <translation>制作影片需要程序 ffmpeg，它尚未安装。在 Debian 和 Ubuntu 上：sudo apt install ffmpeg。PNG、SVG 和 PDF 不需要它。</translation>
    </message>
    <message>
        <source>The film can&apos;t be made. ffmpeg says: %1</source>
        <translation>无法制作影片。ffmpeg 的说明：%1</translation>
    </message>
    <message>
        <source>ffmpeg has not answered for a minute. Try a smaller size.</source>
        <translation>ffmpeg 一分钟没有响应。请试试较小的尺寸。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 矢量图</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>MP4 film</source>
        <translation>MP4 影片</translation>
    </message>
    <message>
        <source>WebM film</source>
        <translation>WebM 影片</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint 幻灯片</translation>
    </message>
    <message>
        <source>Web page that plays</source>
        <translation>可播放的网页</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>另有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>This run has nothing to show under “%1”. Another tab tells its story.</source>
        <translation>本次运行在“%1”中没有可显示的内容，请看其他标签页。</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>CPython %1, %2</source>
        <translation>CPython %1，%2</translation>
    </message>
    <message>
        <source>Cue: %1</source>
        <translation>要点：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>%1 waits for ever</source>
        <translation>%1 永远等待</translation>
    </message>
    <message>
        <source>Bytes arrive at %1</source>
        <translation>%1 时数据到达</translation>
    </message>
    <message>
        <source>Bytes arrive %1 times from %2 to %3</source>
        <translation>从 %2 到 %3 数据到达 %1 次</translation>
    </message>
    <message>
        <source>bytes arrive</source>
        <translation>数据到达</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>What do you think?</source>
        <translation>您认为会怎样？</translation>
    </message>
    <message>
        <source>And what does the run say?</source>
        <translation>运行结果会是什么？</translation>
    </message>
    <message>
        <source>The run agrees with you.</source>
        <translation>运行结果与您的预测一致。</translation>
    </message>
    <message>
        <source>In this run none of them holds.</source>
        <translation>本次运行中没有一项成立。</translation>
    </message>
    <message>
        <source>The run says: %1</source>
        <translation>运行结果：%1</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>Gil</name>
    <message>
        <source>Interpreter</source>
        <translation>解释器</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>waits for %1 to end</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>waits for %1, held by %2</source>
        <translation>等待 %1（由 %2 持有）</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>I/O 中</translation>
    </message>
    <message>
        <source>%1 left, wants the GIL again when it returns</source>
        <translation>还剩 %1，返回后要重新获取 GIL</translation>
    </message>
    <message>
        <source>in I/O, wants the GIL again when it returns</source>
        <translation>I/O 中，返回后要重新获取 GIL</translation>
    </message>
    <message>
        <source>sleeps, %1 left</source>
        <translation>睡眠，还剩 %1</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>尚未启动</translation>
    </message>
    <message>
        <source>then request</source>
        <translation>满则发出请求</translation>
    </message>
    <message>
        <source>request sent</source>
        <translation>已发出请求</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>已等待 %1</translation>
    </message>
    <message>
        <source>a request is pending</source>
        <translation>已有请求在等待</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已交出</translation>
    </message>
    <message>
        <source>until another has it</source>
        <translation>直到别的线程拿到它</translation>
    </message>
    <message>
        <source>woken too late</source>
        <translation>醒得太迟</translation>
    </message>
    <message>
        <source>already taken again</source>
        <translation>已又被取走</translation>
    </message>
    <message>
        <source>no timer</source>
        <translation>无计时</translation>
    </message>
    <message>
        <source>until it is woken</source>
        <translation>直到被唤醒</translation>
    </message>
    <message>
        <source>waking up</source>
        <translation>正在醒来</translation>
    </message>
    <message>
        <source>the GIL is free</source>
        <translation>GIL 空闲</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>on its way to a core</source>
        <translation>正在上核</translation>
    </message>
    <message>
        <source>needs a core</source>
        <translation>等待核心</translation>
    </message>
    <message>
        <source>without the GIL</source>
        <translation>不持有 GIL</translation>
    </message>
    <message>
        <source>until the next tick check</source>
        <translation>直到下一次 tick 检查</translation>
    </message>
    <message>
        <source>held for %1</source>
        <translation>已持有 %1</translation>
    </message>
    <message>
        <source>idle: no thread holds the GIL for it</source>
        <translation>空闲：没有持有 GIL 的线程可运行</translation>
    </message>
    <message>
        <source>idle: the next thread is waking up</source>
        <translation>空闲：下一个线程正在醒来</translation>
    </message>
    <message>
        <source>idle: nothing to run</source>
        <translation>空闲：没有可运行的线程</translation>
    </message>
    <message>
        <source>idle: no GIL</source>
        <translation>空闲：没有 GIL</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Core %1</source>
        <translation>核心 %1</translation>
    </message>
    <message>
        <source>drop request</source>
        <translation>释放请求</translation>
    </message>
    <message>
        <source>+%1 cores</source>
        <translation>另有 %1 核</translation>
    </message>
    <message>
        <source>Ready, waiting for a core</source>
        <translation>就绪队列（等待核心）</translation>
    </message>
    <message>
        <source>Waiting for the GIL</source>
        <translation>等待 GIL</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无等待者</translation>
    </message>
    <message>
        <source>Outside the interpreter</source>
        <translation>解释器之外</translation>
    </message>
    <message>
        <source>Outside the interpreter (GIL released)</source>
        <translation>解释器之外（已释放 GIL）</translation>
    </message>
    <message>
        <source>nobody: no thread is blocked, asleep or in I/O</source>
        <translation>无：没有线程阻塞、睡眠或在做 I/O</translation>
    </message>
    <message>
        <source>Cores busy</source>
        <translation>忙碌核心</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>GIL held</source>
        <translation>GIL 占用</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切换次数</translation>
    </message>
    <message>
        <source>Lost wakes</source>
        <translation>落空唤醒</translation>
    </message>
    <message>
        <source>Wait p95</source>
        <translation>等待 p95</translation>
    </message>
    <message>
        <source>%1 asks %2 to drop the GIL</source>
        <translation>%1 请求 %2 释放 GIL</translation>
    </message>
    <message>
        <source>they want the GIL again when they return</source>
        <translation>返回后都要重新获取 GIL</translation>
    </message>
    <message>
        <source>no GIL: threads run in parallel</source>
        <translation>没有 GIL：线程并行运行</translation>
    </message>
    <message>
        <source>%1 holds the GIL</source>
        <translation>%1 持有 GIL</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>睡眠中</translation>
    </message>
    <message>
        <source>GILs held</source>
        <translation>被持有的 GIL</translation>
    </message>
    <message>
        <source>idle: a thread is on its way</source>
        <translation>空闲：有线程正在赶来</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>goal &quot;%1&quot;: %2</source>
        <translation>目标“%1”：%2</translation>
    </message>
    <message>
        <source>the condition is neither true nor false</source>
        <translation>条件的值既不是真也不是假</translation>
    </message>
    <message>
        <source>goal &quot;%1&quot;: the usual run reaches it already</source>
        <translation>目标“%1”：平常的运行就已经达到它</translation>
    </message>
    <message>
        <source>goal &quot;%1&quot;: its solution doesn&apos;t reach it</source>
        <translation>目标“%1”：它的解答并没有达到它</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>GIL</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Processes and pools</source>
        <translation>进程与池</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>通信</translation>
    </message>
    <message>
        <source>I/O multiplexing</source>
        <translation>I/O 多路复用</translation>
    </message>
    <message>
        <source>Coroutines</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Playback</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>A step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>A step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>跳到结尾</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>放大图像</translation>
    </message>
    <message>
        <source>Moments to look at</source>
        <translation>关键时刻</translation>
    </message>
    <message>
        <source>Moment %1</source>
        <translation>时刻 %1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>A usual mistake</source>
        <translation>常见误解</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The run agrees with you.</source>
        <translation>运行结果与你的预测一致。</translation>
    </message>
    <message>
        <source>The run says: %1</source>
        <translation>运行结果：%1</translation>
    </message>
    <message>
        <source>In this run none of them holds.</source>
        <translation>这次运行中没有一个选项成立。</translation>
    </message>
    <message>
        <source>The moving picture needs JavaScript, which this browser has switched off.</source>
        <translation>动态图像需要 JavaScript，而此浏览器已将其关闭。</translation>
    </message>
    <message>
        <source>Keys: ← and → step, the space bar plays, Page Up and Page Down go from moment to moment, Home and End to the start and the end.</source>
        <translation>按键：← 和 → 单步移动，空格键播放，Page Up 和 Page Down 在关键时刻之间移动，Home 和 End 跳到开头和结尾。</translation>
    </message>
    <message>
        <source>The run has %1 steps. Here are %2 of them: all moments to look at, and an even sample of the rest.</source>
        <translation>这次运行共有 %1 步，这里收录了其中 %2 步：所有关键时刻，以及其余步骤的均匀采样。</translation>
    </message>
</context>
<context>
    <name>Iomux</name>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>Descriptors examined per wake-up</source>
        <translation>每次唤醒检查的描述符数</translation>
    </message>
    <message>
        <source>%1, %2 descriptors: %3</source>
        <translation>%1，%2 个描述符：%3</translation>
    </message>
    <message>
        <source>Cost of one call, by number of descriptors</source>
        <translation>一次调用的开销与描述符数</translation>
    </message>
    <message>
        <source>listens</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>%1, not open</source>
        <translation>%1，未打开</translation>
    </message>
    <message>
        <source>%1, %2 connections wait to be accepted</source>
        <translation>%1，有 %2 个连接等待接受</translation>
    </message>
    <message>
        <source>%1, ready, %2 bytes wait</source>
        <translation>%1，就绪，缓冲区有 %2 字节</translation>
    </message>
    <message>
        <source>%1, idle, %2 bytes wait</source>
        <translation>%1，空闲，缓冲区有 %2 字节</translation>
    </message>
    <message>
        <source>Interest set: %1</source>
        <translation>关注集合：%1</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 个就绪</translation>
    </message>
    <message>
        <source>%1 descriptors: %2 ready, %3 being examined</source>
        <translation>%1 个描述符：%2 个就绪，%3 个正被检查</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 就绪</translation>
    </message>
    <message>
        <source>what the call returns</source>
        <translation>调用返回的结果</translation>
    </message>
    <message>
        <source>At %1 descriptors, %2 ready:</source>
        <translation>若有 %1 个描述符、%2 个就绪：</translation>
    </message>
    <message>
        <source>Threads asleep in a call</source>
        <translation>在调用中睡眠的线程</translation>
    </message>
    <message>
        <source>Threads that do I/O</source>
        <translation>做 I/O 的线程</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>已读字节</translation>
    </message>
    <message>
        <source>%1: %2 descriptors examined per wake-up</source>
        <translation>%1：每次唤醒检查 %2 个描述符</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n call(s)</source>
        <translation>
            <numerusform>%n 次调用共 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>asleep until one is ready</source>
        <translation>睡眠，直到有一个就绪</translation>
    </message>
    <message>
        <source>asleep, for at most %1 more</source>
        <translation>睡眠，最多再等 %1</translation>
    </message>
    <message>
        <source>looks at the ready list</source>
        <translation>查看就绪列表</translation>
    </message>
    <message>
        <source>examined %1 of %2</source>
        <translation>已检查 %1，共 %2</translation>
    </message>
    <message>
        <source>nothing is ready</source>
        <translation>没有就绪的</translation>
    </message>
    <message>
        <source>%1 examined</source>
        <translation>检查了 %1 个</translation>
    </message>
    <message>
        <source>would have to wait</source>
        <translation>暂无数据，本应等待</translation>
    </message>
    <message>
        <source>the other end has closed</source>
        <translation>对端已关闭</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ready list (edge-triggered)</source>
        <translation>就绪列表（边缘触发）</translation>
    </message>
    <message>
        <source>Ready list</source>
        <translation>就绪列表</translation>
    </message>
    <message>
        <source>Found by select’s scan</source>
        <translation>select 扫描的结果</translation>
    </message>
    <message>
        <source>Found by poll’s scan</source>
        <translation>poll 扫描的结果</translation>
    </message>
    <message>
        <source>no call has been made yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Passed per call: %1</source>
        <translation>每次传入：%1</translation>
    </message>
    <message>
        <source>asleep in this call</source>
        <translation>睡在这个调用里</translation>
    </message>
    <message>
        <source>%1, %2 bytes wait and won’t be reported again</source>
        <translation>%1，缓冲区里有 %2 字节，但不会再报告</translation>
    </message>
    <message numerus="yes">
        <source>empty, while %n byte(s) wait unreported</source>
        <translation>
            <numerusform>空，%n 字节没人报告</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>什么也没找到</translation>
    </message>
    <message>
        <source>kept by nobody: the next call starts anew</source>
        <translation>没人保留结果：下次调用从头再来</translation>
    </message>
    <message>
        <source>Examined per wake-up</source>
        <translation>每次唤醒检查数</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>one step forward, back</source>
        <translation>前进、后退一步</translation>
    </message>
    <message>
        <source>PgDn  PgUp</source>
        <translation>PgDn  PgUp</translation>
    </message>
    <message>
        <source>next, previous cue (a clicker&apos;s keys)</source>
        <translation>下一个、上一个要点（翻页笔的键）</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Home  End</translation>
    </message>
    <message>
        <source>first, last step</source>
        <translation>第一步、最后一步</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>another view of the same picture</source>
        <translation>同一画面的另一种视图</translation>
    </message>
    <message>
        <source>the lesson with that number</source>
        <translation>打开该编号的课程</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>full screen, nothing but the stage</source>
        <translation>全屏，只有画面</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>open a script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>本列表</translation>
    </message>
    <message>
        <source>Writing scripts</source>
        <translation>编写脚本</translation>
    </message>
    <message>
        <source>a new script</source>
        <translation>新建脚本</translation>
    </message>
    <message>
        <source>edit what is shown, and back</source>
        <translation>编辑正在显示的脚本，再按返回</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>to the next problem</source>
        <translation>转到下一个问题</translation>
    </message>
    <message>
        <source>make lines a comment, or not</source>
        <translation>注释或取消注释</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>larger, smaller texts on the stage</source>
        <translation>放大、缩小画面文字</translation>
    </message>
    <message>
        <source>presenter view: notes, next cue, timer</source>
        <translation>演讲者视图：讲稿、下一个要点、计时</translation>
    </message>
    <message>
        <source>black screen, and back</source>
        <translation>黑屏，再按恢复</translation>
    </message>
    <message>
        <source>white screen, and back</source>
        <translation>白屏，再按恢复</translation>
    </message>
    <message>
        <source>spotlight; the wheel widens it</source>
        <translation>聚光灯；滚轮调大小</translation>
    </message>
    <message>
        <source>pen; again: its next colour</source>
        <translation>画笔；再按换颜色</translation>
    </message>
    <message>
        <source>wipe what is drawn</source>
        <translation>擦除笔迹</translation>
    </message>
    <message>
        <source>answer the question on the stage</source>
        <translation>回答画面上的问题</translation>
    </message>
    <message>
        <source>put the pen away; back to the window</source>
        <translation>收起画笔；返回窗口</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>be the scheduler, or stop it</source>
        <translation>由你来调度，或结束</translation>
    </message>
    <message>
        <source>choose who runs next</source>
        <translation>选择接下来谁运行</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>take the last choice back</source>
        <translation>撤销上一次选择</translation>
    </message>
    <message>
        <source>why is a thread where it is?</source>
        <translation>某个线程为什么在这里？</translation>
    </message>
    <message>
        <source>output, events, variables, charts; Esc goes back</source>
        <translation>输出、事件、变量、图表；Esc 返回</translation>
    </message>
    <message>
        <source>library, question and answer, playlist</source>
        <translation>课程库、问答、播放列表</translation>
    </message>
    <message>
        <source>compare with another run</source>
        <translation>与另一次运行对比</translation>
    </message>
    <message>
        <source>search lessons, questions and code</source>
        <translation>搜索课程、问题和代码</translation>
    </message>
    <message>
        <source>out of the text: to the next control, to the stage</source>
        <translation>离开文本：到下一个控件，到画面</translation>
    </message>
</context>
<context>
    <name>Mutex</name>
    <message>
        <source>Shared memory</source>
        <translation>共享内存</translation>
    </message>
    <message>
        <source>writes %1: an update is lost</source>
        <translation>写入 %1：丢失了一次更新</translation>
    </message>
    <message>
        <source>writes %1 to %2</source>
        <translation>把 %1 写入 %2</translation>
    </message>
    <message>
        <source>reads %1 from %2</source>
        <translation>从 %2 读到 %1</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>read %1, but it is %2 now</source>
        <translation>读到 %1，但现在已是 %2</translation>
    </message>
    <message>
        <source>read %1, holds %2</source>
        <translation>读到 %1，手中是 %2</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读到 %1</translation>
    </message>
    <message>
        <source>has read %1</source>
        <translation>已读取 %1</translation>
    </message>
    <message>
        <source>waits for %1 to end</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>woken, hasn&apos;t got %1 yet</source>
        <translation>已被唤醒，还没拿到 %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，还剩 %2</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已置位</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未置位</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Acquisitions</source>
        <translation>获取次数</translation>
    </message>
    <message>
        <source>Contended</source>
        <translation>有竞争</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>Updates lost</source>
        <translation>丢失的更新</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入次数</translation>
    </message>
    <message>
        <source>%1 reads %2</source>
        <translation>%1 读取 %2</translation>
    </message>
    <message>
        <source>%1 writes %2</source>
        <translation>%1 写入 %2</translation>
    </message>
    <message>
        <source>%1 writes %2: an update is lost</source>
        <translation>%1 写入 %2：丢失了一次更新</translation>
    </message>
    <message>
        <source>%1 has a stale copy of %2</source>
        <translation>%1 手中 %2 的副本已过时</translation>
    </message>
    <message>
        <source>writing now loses an update</source>
        <translation>此时写入会丢失更新</translation>
    </message>
    <message>
        <source>%1: held by %2, %3 waiting</source>
        <translation>%1：由 %2 持有，%3 个等待</translation>
    </message>
    <message>
        <source>%1: %2, %3 waiting</source>
        <translation>%1：%2，%3 个等待</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无等待者</translation>
    </message>
    <message>
        <source>woken</source>
        <translation>已唤醒</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>held for %1</source>
        <translation>已持有 %1</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>持有 %1</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>, %1 updates lost</source>
        <translation>，丢失 %1 次更新</translation>
    </message>
    <message>
        <source>update lost</source>
        <translation>更新丢失</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1 次</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>尚未写入</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>由 %1 写入</translation>
    </message>
    <message>
        <source>it is %1 now</source>
        <translation>现在是 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>waits for %1 for ever</source>
        <translation>永远等待 %1</translation>
    </message>
    <message>
        <source>waits for ever</source>
        <translation>永远等待</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>The program has not started yet.</source>
        <translation>程序尚未开始。</translation>
    </message>
    <message>
        <source>The program goes on.</source>
        <translation>程序继续运行。</translation>
    </message>
    <message>
        <source>The program has finished after %1.</source>
        <translation>程序运行了 %1 后结束。</translation>
    </message>
    <message>
        <source>The program ends with exit status %1.</source>
        <translation>程序结束，退出状态为 %1。</translation>
    </message>
    <message>
        <source>Nothing can happen any more: everybody who is left waits for somebody else who waits.</source>
        <translation>再也不会有进展：剩下的线程都在等待另一个也在等待的线程。</translation>
    </message>
    <message>
        <source>The run was stopped here: it takes more steps than the limit.</source>
        <translation>运行在此停止：步数超过上限。</translation>
    </message>
    <message>
        <source>The run was stopped here: it takes more time than the limit.</source>
        <translation>运行在此停止：时间超过上限。</translation>
    </message>
    <message>
        <source>The run was stopped here: it needs more memory than the limit.</source>
        <translation>运行在此停止：内存超过上限。</translation>
    </message>
    <message>
        <source>The run was stopped here: it prints more than the limit.</source>
        <translation>运行在此停止：输出超过上限。</translation>
    </message>
    <message>
        <source>The run was stopped here: it starts more threads than the limit.</source>
        <translation>运行在此停止：线程数超过上限。</translation>
    </message>
    <message>
        <source>%1 ends with an error that nobody catches: %2</source>
        <translation>%1 因未捕获的异常结束：%2</translation>
    </message>
    <message>
        <source>%1 raises an exception: %2</source>
        <translation>%1 抛出异常：%2</translation>
    </message>
    <message>
        <source>%1 has waited %2 without a switch: it asks %3 to drop the GIL.</source>
        <translation>%1 已等待 %2，期间没有发生切换：它请求 %3 释放 GIL。</translation>
    </message>
    <message>
        <source>%1 was asked for the GIL and drops it.</source>
        <translation>%1 收到释放请求，放开 GIL。</translation>
    </message>
    <message>
        <source>%1 has run for its number of ticks: it releases the GIL and at once competes for it again.</source>
        <translation>%1 跑满了规定的 tick 数：它释放 GIL，并立刻重新争抢。</translation>
    </message>
    <message>
        <source>%1 releases the GIL before something that may take long.</source>
        <translation>%1 在可能耗时的操作之前释放 GIL。</translation>
    </message>
    <message>
        <source>%1 has finished its I/O and wants the GIL back.</source>
        <translation>%1 的 I/O 完成，要重新获取 GIL。</translation>
    </message>
    <message>
        <source>%1 has slept long enough and wants the GIL back.</source>
        <translation>%1 睡眠结束，要重新获取 GIL。</translation>
    </message>
    <message>
        <source>%1 need not wait any more, but it can go on only with the GIL.</source>
        <translation>%1 不必再等，但要拿到 GIL 才能继续。</translation>
    </message>
    <message>
        <source>There was a switch while %1 waited: its timer starts again.</source>
        <translation>%1 等待期间发生过切换：它的计时重新开始。</translation>
    </message>
    <message>
        <source>%1 is ready to run, but somebody else holds the GIL: it waits.</source>
        <translation>%1 可以运行，但 GIL 由别的线程持有：等待。</translation>
    </message>
    <message>
        <source>%1 waits until %2 has finished.</source>
        <translation>%1 等待 %2 结束。</translation>
    </message>
    <message>
        <source>%1 can&apos;t go on with the queue %2 yet: it waits.</source>
        <translation>%1 暂时无法操作队列 %2：等待。</translation>
    </message>
    <message>
        <source>%1 wants %2, but %3 holds it: %1 waits.</source>
        <translation>%1 想要 %2，但它由 %3 持有：%1 等待。</translation>
    </message>
    <message>
        <source>%1 waits for %2.</source>
        <translation>%1 等待 %2。</translation>
    </message>
    <message>
        <source>%1 leaves %2 once; it still holds it (depth %3).</source>
        <translation>%1 退出 %2 一层，仍然持有它（深度 %3）。</translation>
    </message>
    <message>
        <source>%1 releases %2 and wakes %3, which now may try to take it.</source>
        <translation>%1 释放 %2 并唤醒 %3，后者现在可以尝试获取它。</translation>
    </message>
    <message>
        <source>%1 releases %2.</source>
        <translation>%1 释放 %2。</translation>
    </message>
    <message>
        <source>%1 holds %2 already and enters it again (depth %3).</source>
        <translation>%1 已持有 %2，再次进入（深度 %3）。</translation>
    </message>
    <message>
        <source>%1 acquires %2: nobody else can hold it now.</source>
        <translation>%1 获得 %2：此刻别的线程都拿不到它。</translation>
    </message>
    <message>
        <source>The semaphore %1 now stands at %2.</source>
        <translation>信号量 %1 现在为 %2。</translation>
    </message>
    <message>
        <source>The event %1 is set: nobody waits for it any more.</source>
        <translation>事件 %1 已置位：不再有线程等待它。</translation>
    </message>
    <message>
        <source>The event %1 is cleared.</source>
        <translation>事件 %1 已清除。</translation>
    </message>
    <message>
        <source>%1 writes %2 = %3, made from an old value: what others wrote in between is lost.</source>
        <translation>%1 写入 %2 = %3，但它由旧值算出：期间别人写入的更新丢失了。</translation>
    </message>
    <message>
        <source>%1 writes %2 = %3. %4 has read the old value: if it writes now, this update is lost.</source>
        <translation>%1 写入 %2 = %3。%4 读到的是旧值：它若现在写入，这次更新就会丢失。</translation>
    </message>
    <message>
        <source>%1 writes %2 = %3.</source>
        <translation>%1 写入 %2 = %3。</translation>
    </message>
    <message>
        <source>The program ends and doesn&apos;t wait for the daemon thread %1: it is cut off.</source>
        <translation>程序结束，不等待守护线程 %1：它被中断。</translation>
    </message>
    <message>
        <source>%1 has finished.</source>
        <translation>%1 运行结束。</translation>
    </message>
    <message>
        <source>The operating system takes the core away from %1: its time slice is over.</source>
        <translation>操作系统收回 %1 的核心：时间片用完了。</translation>
    </message>
    <message>
        <source>%1 is ready and waits for a core.</source>
        <translation>%1 就绪，等待核心。</translation>
    </message>
    <message>
        <source>%1 sleeps until %2 and releases the GIL meanwhile.</source>
        <translation>%1 睡眠到 %2，期间释放 GIL。</translation>
    </message>
    <message>
        <source>%1 sleeps until %2.</source>
        <translation>%1 睡眠到 %2。</translation>
    </message>
    <message>
        <source>%1 starts I/O. It needs no GIL for that, so it releases it.</source>
        <translation>%1 开始 I/O。这不需要 GIL，所以先释放它。</translation>
    </message>
    <message>
        <source>%1 starts I/O and waits for it.</source>
        <translation>%1 开始 I/O 并等待其完成。</translation>
    </message>
    <message>
        <source>%1 comes to line %2.</source>
        <translation>%1 执行到第 %2 行。</translation>
    </message>
    <message>
        <source>%1 drops the GIL at a switch point and waits until another thread has taken it.</source>
        <translation>%1 在切换点释放 GIL，并等到别的线程拿到它为止。</translation>
    </message>
    <message>
        <source>%1 was woken for the GIL, but another thread was faster: it waits again.</source>
        <translation>%1 被唤醒来取 GIL，但别的线程抢先了：继续等待。</translation>
    </message>
    <message>
        <source>%1 has waited long enough for %2 and gives up.</source>
        <translation>%1 等待 %2 超时，放弃。</translation>
    </message>
    <message>
        <source>%1 prints: %2</source>
        <translation>%1 打印：%2</translation>
    </message>
    <message>
        <source>%1 wants %2, which is taken.</source>
        <translation>%1 想要 %2，但它已被占用。</translation>
    </message>
    <message>
        <source>%1 wants %2, which is free.</source>
        <translation>%1 想要 %2，它正空闲。</translation>
    </message>
    <message>
        <source>%1 reads %2 and gets %3.</source>
        <translation>%1 读取 %2，得到 %3。</translation>
    </message>
    <message>
        <source>%1 now holds %2 = %3 for itself; the others can&apos;t see it.</source>
        <translation>%1 现在自己持有 %2 = %3，别的线程看不到。</translation>
    </message>
    <message>
        <source>The program starts with its main thread.</source>
        <translation>程序从主线程开始。</translation>
    </message>
    <message>
        <source>%1 starts the thread %2.</source>
        <translation>%1 启动线程 %2。</translation>
    </message>
    <message>
        <source>%1 takes the GIL and runs.</source>
        <translation>%1 拿到 GIL 并运行。</translation>
    </message>
    <message>
        <source>%1 runs on core %2.</source>
        <translation>%1 在核心 %2 上运行。</translation>
    </message>
    <message>
        <source>%1 is woken: %2 may be free.</source>
        <translation>%1 被唤醒：%2 可能空闲了。</translation>
    </message>
    <message numerus="yes">
        <source>The queue %1 now holds %n item(s).</source>
        <translation>
            <numerusform>队列 %1 中现有 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have arrived at the barrier %1.</source>
        <translation>
            <numerusform>已有 %n 个线程到达屏障 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 notifies %2: %n waiting thread(s) wake up.</source>
        <translation>
            <numerusform>%1 通知 %2：唤醒 %n 个等待的线程。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 forks: process %2 begins as a copy of it. fork() returns %2 to the parent and 0 in the child.</source>
        <translation>%1 执行 fork：进程 %2 作为它的副本开始运行。fork() 在父进程中返回 %2，在子进程中返回 0。</translation>
    </message>
    <message>
        <source>%1 starts process %2, a fresh interpreter that shares nothing.</source>
        <translation>%1 启动进程 %2：一个全新的解释器，什么都不共享。</translation>
    </message>
    <message>
        <source>Signal %2 ends process %1 at once: no finally, no atexit. It is a zombie until somebody waits for it.</source>
        <translation>信号 %2 立即终止进程 %1：不执行 finally，也不执行 atexit。在有人等待它之前，它是僵尸进程。</translation>
    </message>
    <message>
        <source>Process %1 has ended with exit code %2. It is a zombie until somebody waits for it.</source>
        <translation>进程 %1 以退出码 %2 结束。在有人等待它之前，它是僵尸进程。</translation>
    </message>
    <message>
        <source>%1 has waited for process %2 and knows its exit code now: %3.</source>
        <translation>%1 等到了进程 %2，得知它的退出码：%3。</translation>
    </message>
    <message>
        <source>The kernel sends signal %1 to process %2.</source>
        <translation>内核向进程 %2 发送信号 %1。</translation>
    </message>
    <message>
        <source>%1 sends %2 to process %3. That is a message: the process has not ended yet.</source>
        <translation>%1 向进程 %3 发送 %2。这只是一个通知：该进程还没有结束。</translation>
    </message>
    <message>
        <source>%1 submits %2.</source>
        <translation>%1 提交 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 submits %n task(s), from %2 on.</source>
        <translation>
            <numerusform>%1 提交从 %2 起的 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has failed with %2. %3 catches it and stays: who asks for the result will get the error.</source>
        <translation>%1 失败：%2。%3 捕获异常并继续工作；取结果的一方会收到这个异常。</translation>
    </message>
    <message>
        <source>%1 has finished %2. The result: %3.</source>
        <translation>%1 完成了 %2，结果为 %3。</translation>
    </message>
    <message>
        <source>%1 is cancelled before a worker has begun it.</source>
        <translation>%1 在被执行之前就取消了。</translation>
    </message>
    <message>
        <source>The result of %1 is lost: its worker is dead.</source>
        <translation>%1 的结果丢失：执行它的工作者已经死亡。</translation>
    </message>
    <message>
        <source>The result of %1 is back where it was asked for.</source>
        <translation>%1 的结果已交回提交它的一方。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) are back where they were asked for.</source>
        <translation>
            <numerusform>%n 个结果已交回提交它们的一方。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a worker of %2 now: it will take one task after another.</source>
        <translation>%1 成为 %2 的工作者：它将一个接一个地执行任务。</translation>
    </message>
    <message>
        <source>%1 is no worker of %2 any more.</source>
        <translation>%1 不再是 %2 的工作者。</translation>
    </message>
    <message>
        <source>The parent of process %1 has ended: %2 adopts the orphan.</source>
        <translation>进程 %1 的父进程已结束：由 %2 收养这个孤儿进程。</translation>
    </message>
    <message>
        <source>%1 takes %2 from the queue.</source>
        <translation>%1 从队列中取走 %2。</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <comment>clause</comment>
        <translation>%1 在等待 %2</translation>
    </message>
    <message>
        <source>%1 waits for %2, which it holds itself</source>
        <comment>clause</comment>
        <translation>%1 在等待它自己持有的 %2</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 holds</source>
        <comment>clause</comment>
        <translation>%1 在等待 %3 持有的 %2</translation>
    </message>
    <message>
        <source>%1 waits to be notified on %2</source>
        <comment>clause</comment>
        <translation>%1 在等待 %2 的通知</translation>
    </message>
    <message>
        <source>%1 waits for the semaphore %2</source>
        <comment>clause</comment>
        <translation>%1 在等待信号量 %2</translation>
    </message>
    <message>
        <source>%1 waits for the event %2</source>
        <comment>clause</comment>
        <translation>%1 在等待事件 %2</translation>
    </message>
    <message>
        <source>%1 waits for others at the barrier %2</source>
        <comment>clause</comment>
        <translation>%1 在屏障 %2 处等待其他线程</translation>
    </message>
    <message>
        <source>%1 waits for an item in the queue %2</source>
        <comment>clause</comment>
        <translation>%1 在等待队列 %2 中的元素</translation>
    </message>
    <message>
        <source>%1 waits for room in the queue %2</source>
        <comment>clause</comment>
        <translation>%1 在等待队列 %2 的空位</translation>
    </message>
    <message>
        <source>%1 waits until all tasks of the queue %2 are done</source>
        <comment>clause</comment>
        <translation>%1 在等待队列 %2 的任务全部完成</translation>
    </message>
    <message>
        <source>%1 waits until %2 has finished</source>
        <comment>clause</comment>
        <translation>%1 在等待 %2 结束</translation>
    </message>
    <message>
        <source>%1 waits until the process %2 has ended</source>
        <comment>clause</comment>
        <translation>%1 在等待进程 %2 结束</translation>
    </message>
    <message>
        <source>%1 waits for something to read or for room to write</source>
        <comment>clause</comment>
        <translation>%1 在等待可读的数据或可写的空间</translation>
    </message>
    <message>
        <source>Deadlock: %1. It can never go on.</source>
        <translation>死锁：%1，永远无法继续。</translation>
    </message>
    <message>
        <source>Deadlock: %1, and %2. Neither can ever go on.</source>
        <translation>死锁：%1，%2。两者都永远无法继续。</translation>
    </message>
    <message numerus="yes">
        <source>Deadlock, a circle of %n thread(s): %1, and so on round to %2, for whom %3 waits.</source>
        <translation>
            <numerusform>死锁，%n 个线程成环：%1，依次类推，最后 %3 在等 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2 for ever: %3 has ended without releasing it. Nothing can happen any more.</source>
        <translation>%1 永远等待 %2：%3 没有释放它就结束了。再也不会发生任何事。</translation>
    </message>
    <message>
        <source>Nothing can happen any more: %1, and no thread is left to bring that about.</source>
        <translation>再也不会发生任何事：%1，而已经没有线程能满足它。</translation>
    </message>
    <message numerus="yes">
        <source>Deadlock: %n thread(s) wait for each other. None of them can ever go on.</source>
        <translation>
            <numerusform>死锁：%n 个线程互相等待，谁也无法继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A client has connected: %n connection(s) at %1 to be accepted.</source>
        <translation>
            <numerusform>有客户端连上了：%1 上有 %n 个连接等待接受。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1: the kernel puts it on epoll’s ready list.</source>
        <translation>
            <numerusform>%n 字节到达 %1：内核把它放进 epoll 的就绪列表。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1; %2 wait in its buffer now.</source>
        <translation>
            <numerusform>%n 字节到达 %1，缓冲区里现在有 %2 字节。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) arrive on %1.</source>
        <translation>
            <numerusform>%n 字节到达 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 accepts a connection from %2.</source>
        <translation>%1 从 %2 接受一个连接。</translation>
    </message>
    <message numerus="yes">
        <source>%1 reads %n byte(s) from %2; %3 stay in its buffer.</source>
        <translation>
            <numerusform>%1 从 %2 读取 %n 字节，缓冲区里还剩 %3 字节。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reads %n byte(s) from %2: its buffer is empty now.</source>
        <translation>
            <numerusform>%1 从 %2 读取 %n 字节，缓冲区空了。</numerusform>
        </translation>
    </message>
    <message>
        <source>epoll no longer watches %1.</source>
        <translation>epoll 不再关注 %1。</translation>
    </message>
    <message>
        <source>epoll watches %1, edge-triggered: it will tell of new arrivals only, and once.</source>
        <translation>epoll 以边缘触发关注 %1：只在有新数据到达时报告一次。</translation>
    </message>
    <message>
        <source>epoll watches %1, for one report only.</source>
        <translation>epoll 关注 %1，只报告一次。</translation>
    </message>
    <message>
        <source>epoll watches %1 from now on: the kernel keeps that in its interest set.</source>
        <translation>epoll 从此关注 %1：内核把它记在关注集合里。</translation>
    </message>
    <message>
        <source>%1 asks epoll what is on its ready list.</source>
        <translation>%1 询问 epoll 的就绪列表上有什么。</translation>
    </message>
    <message numerus="yes">
        <source>%1 calls %2 and passes its whole set: %n descriptor(s).</source>
        <translation>
            <numerusform>%1 调用 %2，传入整个集合：%n 个描述符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>epoll looks at %n descriptor(s) from its ready list, at no others.</source>
        <translation>
            <numerusform>epoll 只查看就绪列表上的 %n 个描述符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 examines its descriptors one after the other: %n of them.</source>
        <translation>
            <numerusform>%1 逐个检查描述符，共 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 fails.</source>
        <translation>%1：%2 失败。</translation>
    </message>
    <message>
        <source>%1: %2 returns with nothing: none is ready.</source>
        <translation>%1：%2 返回空，没有就绪的。</translation>
    </message>
    <message>
        <source>%1: %2 returns and reports %3.</source>
        <translation>%1：%2 返回，报告 %3。</translation>
    </message>
    <message>
        <source>%1: %2 would have to wait. The descriptor doesn’t block, so it says so at once.</source>
        <translation>%1：%2 本应等待，但描述符是非阻塞的，于是立即报告没有数据。</translation>
    </message>
    <message>
        <source>%1: %2 returns nothing: the other end has closed.</source>
        <translation>%1：%2 什么也没返回，对端已关闭。</translation>
    </message>
    <message>
        <source>%1: %2 returns.</source>
        <translation>%1：%2 返回。</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1 已关闭。</translation>
    </message>
    <message>
        <source>%1 closes %2.</source>
        <translation>%1 关闭 %2。</translation>
    </message>
    <message>
        <source>Nothing is ready: %1 sleeps, and costs nothing until something is.</source>
        <translation>没有就绪的：%1 睡着了，直到有一个就绪，其间不花 CPU。</translation>
    </message>
    <message>
        <source>%1 sleeps in %2.</source>
        <translation>%1 睡在 %2 里。</translation>
    </message>
    <message>
        <source>%1 sleeps in %2 on %3: it can’t do anything else meanwhile.</source>
        <translation>%1 睡在 %3 的 %2 里，这期间不能做别的事。</translation>
    </message>
    <message>
        <source>%1 opens %2.</source>
        <translation>%1 打开 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 sends %n byte(s) through %2.</source>
        <translation>
            <numerusform>%1 通过 %2 发送 %n 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 goes on epoll’s ready list.</source>
        <translation>%1 进入 epoll 的就绪列表。</translation>
    </message>
    <message>
        <source>%1 leaves epoll’s ready list.</source>
        <translation>%1 离开 epoll 的就绪列表。</translation>
    </message>
    <message>
        <source>%1 calls %2.</source>
        <translation>%1 调用 %2。</translation>
    </message>
    <message>
        <source>%1 calls %2 on %3.</source>
        <translation>%1 对 %3 调用 %2。</translation>
    </message>
    <message>
        <source>%1 (a thread of the library)</source>
        <translation>%1（库自己的线程）</translation>
    </message>
    <message>
        <source>%1 waits for %2, which %3 has taken</source>
        <comment>clause</comment>
        <translation>%1 等待 %3 拿走的 %2</translation>
    </message>
    <message>
        <source>%1 waits for the result of a task</source>
        <comment>clause</comment>
        <translation>%1 等待一个任务的结果</translation>
    </message>
    <message numerus="yes">
        <source>Nothing can happen any more: all %n worker(s) of %1 are in tasks that wait, and tasks that nobody can begin are queued.</source>
        <translation>
            <numerusform>再也不会有任何进展：%1 的 %n 个工作者都在等待中的任务里，排队的任务没有谁能开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2 for ever: %3 had it when the process was forked. Nothing can happen any more.</source>
        <translation>%1 永远等待 %2：创建进程（fork）时它在 %3 手里。再也不会有任何进展。</translation>
    </message>
    <message>
        <source>%1 waits until one of its child processes has ended.</source>
        <translation>%1 等待它的某个子进程结束。</translation>
    </message>
    <message>
        <source>%1 waits until the process %2 has ended.</source>
        <translation>%1 等待进程 %2 结束。</translation>
    </message>
    <message>
        <source>%1 prints %2, but only into its buffer: the process ends before that is written.</source>
        <translation>%1 打印 %2，但只写进了缓冲区：还没写出去，进程就结束了。</translation>
    </message>
    <message>
        <source>%1 takes %2 out of %3.</source>
        <translation>%1 从 %3 取出 %2。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be sent: it is lost.</source>
        <translation>%1 无法发送：它丢了。</translation>
    </message>
    <message>
        <source>%1 is in the pipe of %2 now, where others can see it.</source>
        <translation>%1 已在 %2 的管道里，别人现在看得见它。</translation>
    </message>
    <message>
        <source>%1 puts %2 into %3: it lies in a buffer of the process, and a thread there will write it into the pipe.</source>
        <translation>%1 把 %2 放入 %3：它先在本进程的缓冲区里，再由后台线程写进管道。</translation>
    </message>
    <message>
        <source>%1 sends %2 over %3.</source>
        <translation>%1 通过 %3 发送 %2。</translation>
    </message>
    <message>
        <source>%1 tries to take %2, but %3 holds it. %1 doesn&apos;t wait: it goes without.</source>
        <translation>%1 试着拿 %2，但它在 %3 手里。%1 不等，就此作罢。</translation>
    </message>
    <message>
        <source>%1 waits in start() until %2 runs.</source>
        <translation>%1 在 start() 里等 %2 开始运行。</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>GIL</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>Locks and memory</source>
        <translation>锁与内存</translation>
    </message>
    <message>
        <source>I/O multiplexing</source>
        <translation>I/O 多路复用</translation>
    </message>
    <message>
        <source>Processes and pools</source>
        <translation>进程与池</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Playlist</name>
    <message>
        <source>The run doesn&apos;t reach the cue &quot;%1&quot;.</source>
        <translation>这次运行没有到达要点“%1”。</translation>
    </message>
    <message>
        <source>entry %1: %2</source>
        <translation>第 %1 条：%2</translation>
    </message>
    <message>
        <source>it must be an object, { … }.</source>
        <translation>必须是对象 { … }。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text, in quotes.</source>
        <translation>“%1”必须是带引号的文本。</translation>
    </message>
    <message>
        <source>it names neither a &quot;lesson&quot; nor a &quot;file&quot;.</source>
        <translation>既没有指明“lesson”，也没有指明“file”。</translation>
    </message>
    <message>
        <source>&quot;options&quot; must be an object, { … }.</source>
        <translation>“options”必须是对象 { … }。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of its options has a value of the wrong kind.</source>
        <translation>“options”中“%1”的值类型不对。</translation>
    </message>
    <message>
        <source>line %1, column %2: this is not JSON (%3). Repair it there, or take a copy that is whole.</source>
        <translation>第 %1 行第 %2 列：不是有效的 JSON（%3）。请在此处修正，或改用完好的副本。</translation>
    </message>
    <message>
        <source>&quot;version&quot; must be a number from 1.</source>
        <translation>“version”必须是不小于 1 的数。</translation>
    </message>
    <message>
        <source>it is of version %1, and this Interleave reads up to %2. A newer Interleave can open it.</source>
        <translation>文件版本为 %1，而本程序最高只能读取版本 %2。请用更新的 Interleave 打开。</translation>
    </message>
    <message>
        <source>this is no playlist: it must be an object with &quot;interleave&quot;: &quot;playlist&quot;.</source>
        <translation>这不是播放列表：它必须是含有 &quot;interleave&quot;: &quot;playlist&quot; 的对象。</translation>
    </message>
    <message>
        <source>&quot;entries&quot; must be a list, [ … ].</source>
        <translation>“entries”必须是列表 [ … ]。</translation>
    </message>
    <message>
        <source>it has %1 entries, and %2 are possible. Make two playlists of it.</source>
        <translation>共有 %1 条，最多允许 %2 条。请拆分为两个播放列表。</translation>
    </message>
    <message>
        <source>it can&apos;t be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>it has more than %1 MB, which no playlist has. Is it another file?</source>
        <translation>文件超过 %1 MB，播放列表不会这么大。是不是选错了文件？</translation>
    </message>
    <message>
        <source>it can&apos;t be written: %1.</source>
        <translation>无法写入：%1。</translation>
    </message>
    <message>
        <source>There is no lesson &quot;%1&quot; here.</source>
        <translation>这里没有课程“%1”。</translation>
    </message>
    <message>
        <source>The lesson &quot;%1&quot; has mistakes: see interleave check.</source>
        <translation>课程“%1”有错误，请运行 interleave check 查看。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is gone.</source>
        <translation>文件“%1”已不存在。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has mistakes (%2): see interleave check.</source>
        <translation>“%1”有错误（%2），请运行 interleave check 查看。</translation>
    </message>
    <message>
        <source>The lesson has no script &quot;%1&quot;.</source>
        <translation>该课程没有脚本“%1”。</translation>
    </message>
</context>
<context>
    <name>Pool</name>
    <message>
        <source>Speed-up (max %1)</source>
        <translation>加速比（最多 %1）</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>启动耗时</translation>
    </message>
    <message>
        <source>Processes and pools</source>
        <translation>进程与池</translation>
    </message>
    <message numerus="yes">
        <source>+%n pool(s)</source>
        <translation>
            <numerusform>另有 %n 个池</numerusform>
        </translation>
    </message>
    <message>
        <source>not created</source>
        <translation>尚未创建</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>僵尸</translation>
    </message>
    <message>
        <source>reaped</source>
        <translation>已回收</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>runs the script</source>
        <translation>运行脚本</translation>
    </message>
    <message>
        <source>orphan: its parent is now pid %1</source>
        <translation>孤儿进程：父进程现为 pid %1</translation>
    </message>
    <message>
        <source>fork(): 0 here, %1 in the parent</source>
        <translation>fork()：此处得 0，父进程得 %1</translation>
    </message>
    <message>
        <source>a fresh interpreter, started by spawn</source>
        <translation>spawn 启动的全新解释器</translation>
    </message>
    <message>
        <source>%1 was sent, it still runs</source>
        <translation>已收到 %1，仍在运行</translation>
    </message>
    <message>
        <source>%1 of %2 pages copied</source>
        <translation>已复制 %1 / %2 页</translation>
    </message>
    <message numerus="yes">
        <source>%n descriptor(s) opened</source>
        <translation>
            <numerusform>打开了 %n 个描述符</numerusform>
        </translation>
    </message>
    <message>
        <source>ended, but nobody has waited for it yet</source>
        <translation>已结束，但还没有人等待它</translation>
    </message>
    <message>
        <source>orphan</source>
        <translation>孤儿</translation>
    </message>
    <message>
        <source>%1 is the parent of %2</source>
        <translation>%1 是 %2 的父进程</translation>
    </message>
    <message>
        <source>all others, by pid</source>
        <translation>其余进程，按 pid 排列</translation>
    </message>
    <message>
        <source>it and its children started them</source>
        <translation>由它及其子进程启动</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 等待中</translation>
    </message>
    <message>
        <source>chunk of %1 tasks waits: %2 to %3</source>
        <translation>一块共 %1 个任务等待中：%2 到 %3</translation>
    </message>
    <message>
        <source>Task queue</source>
        <translation>任务队列</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有任务等待</translation>
    </message>
    <message>
        <source>+%1, %2 in all</source>
        <translation>另有 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个等待中</translation>
    </message>
    <message>
        <source>a worker that is free takes the next one</source>
        <translation>空闲的工作者取走下一个</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, %1, finished as number %2</source>
        <translation>，%1，第 %2 个完成</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>丢失 %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>被 %1 终止</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>not submitted</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>finished, on its way back</source>
        <translation>已完成，正在返回</translation>
    </message>
    <message>
        <source>result is there</source>
        <translation>结果已到</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>lost with its worker</source>
        <translation>随工作者一起丢失</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) done</source>
        <translation>
            <numerusform>完成 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds the GIL</source>
        <translation>%1 持有 GIL</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 的 %1 %</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>完成 %1</translation>
    </message>
    <message>
        <source>one process: its threads share one GIL</source>
        <translation>一个进程：其中的线程共用一个 GIL</translation>
    </message>
    <message>
        <source>one process without a GIL: its threads run in parallel</source>
        <translation>一个没有 GIL 的进程：其中的线程并行运行</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es), a GIL each</source>
        <translation>
            <numerusform>%n 个进程，各有 GIL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n 个进程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s), one GIL</source>
        <translation>
            <numerusform>%n 个线程，共用一个 GIL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s), no GIL</source>
        <translation>
            <numerusform>%n 个线程，没有 GIL</numerusform>
        </translation>
    </message>
    <message>
        <source>results go back to who asked for them</source>
        <translation>结果交回提交任务的一方</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>加速比</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>daemon</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>daemon: ends with its parent</source>
        <translation>守护进程：随父进程结束</translation>
    </message>
    <message>
        <source>Processes and pools, results by completion</source>
        <translation>进程与池：结果按完成顺序</translation>
    </message>
    <message>
        <source>a result still to come</source>
        <translation>还没出来的结果</translation>
    </message>
    <message>
        <source>Results by completion</source>
        <translation>结果（按完成顺序）</translation>
    </message>
    <message>
        <source>child of %1</source>
        <translation>父：%1</translation>
    </message>
    <message>
        <source>%1 lies in the buffer of pid %2</source>
        <translation>%1 在 pid %2 的缓冲区里</translation>
    </message>
    <message>
        <source>pid %2 is sending %1</source>
        <translation>pid %2 正在发送 %1</translation>
    </message>
    <message>
        <source>%1 of pid %2 is lost: it was never sent</source>
        <translation>pid %2 的 %1 丢了：从未发出</translation>
    </message>
    <message>
        <source>%1 of pid %2 is in the pipe</source>
        <translation>pid %2 的 %1 在管道里</translation>
    </message>
    <message>
        <source>pid %2 has taken %1</source>
        <translation>pid %2 取走了 %1</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>丢失：%1</translation>
    </message>
    <message>
        <source>being sent by %1</source>
        <translation>%1 正在发送</translation>
    </message>
    <message>
        <source>buffer of %1</source>
        <translation>%1 的缓冲区</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>占用 %1 / %2</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>in the pipe</source>
        <translation>在管道里</translation>
    </message>
    <message>
        <source>taken by nobody</source>
        <translation>没有人取</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>由 %1 取走</translation>
    </message>
    <message>
        <source>a feeder thread of the sender&apos;s process writes it</source>
        <translation>由发送进程的后台线程写入</translation>
    </message>
    <message>
        <source>the sender writes it</source>
        <translation>由发送者写入</translation>
    </message>
    <message>
        <source>whoever reads first takes it</source>
        <translation>谁先读，谁取走</translation>
    </message>
    <message numerus="yes">
        <source>+%n queue(s) or pipe(s)</source>
        <translation>
            <numerusform>另有 %n 个队列或管道</numerusform>
        </translation>
    </message>
    <message>
        <source>Processes, queues and pipes</source>
        <translation>进程、队列和管道</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>The parameter %1 is of another kind than the script&apos;s value.</source>
        <translation>参数 %1 的类型与脚本中的值不同。</translation>
    </message>
    <message>
        <source>The parameter %1 must be between %2 and %3.</source>
        <translation>参数 %1 必须在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>The script has no parameter &quot;%1&quot;.</source>
        <translation>该脚本没有参数“%1”。</translation>
    </message>
    <message>
        <source>The number of cores must be between 1 and %1.</source>
        <translation>核心数必须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>The switch interval must be between 0.001 and 10000 ms.</source>
        <translation>切换间隔必须在 0.001 到 10000 ms 之间。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>cue %1</source>
        <translation>要点 %1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>勘误</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>&quot;%1&quot; can&apos;t be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large for a script.</source>
        <translation>“%1”太大，不能作为脚本打开。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; isn&apos;t UTF-8 text, and saving it would damage it. Convert it first.</source>
        <translation>“%1”不是 UTF-8 文本，保存会损坏它。请先转换编码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>ThreadState</name>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>waiting for the GIL</source>
        <translation>等待 GIL</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>I/O 中</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 for %3</source>
        <translation>%1，%2 %3</translation>
    </message>
</context>
<context>
    <name>Twins</name>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>The runs part</source>
        <translation>运行分叉于</translation>
    </message>
    <message>
        <source>Figures of both runs so far</source>
        <translation>两次运行到目前为止的数据</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Cores busy</source>
        <translation>核心利用率</translation>
    </message>
    <message>
        <source>Waiting for the GIL</source>
        <translation>等待 GIL</translation>
    </message>
    <message>
        <source>Other waiting</source>
        <translation>其他等待</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切换次数</translation>
    </message>
    <message>
        <source>Lost updates</source>
        <translation>丢失更新</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Descriptors looked at</source>
        <translation>检查的描述符</translation>
    </message>
    <message>
        <source>Printed last</source>
        <translation>最后输出</translation>
    </message>
    <message>
        <source>Line %1 differs</source>
        <translation>第 %1 行有差异</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>有差异</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>since %1, in line %2</source>
        <translation>自 %1 起，在第 %2 行</translation>
    </message>
    <message>
        <source>%1 computes on core %2 outside of the interpreter (%3). It needs no GIL for that.</source>
        <translation>%1 在核心 %2 上、在解释器之外计算（%3）。这不需要 GIL。</translation>
    </message>
    <message>
        <source>%1 runs on core %2 and holds the GIL (%3).</source>
        <translation>%1 在核心 %2 上运行，并持有 GIL（%3）。</translation>
    </message>
    <message>
        <source>%1 runs on core %2 (%3).</source>
        <translation>%1 在核心 %2 上运行（%3）。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is ready (%2), but every core is taken: by %3.</source>
        <translation>%1 已就绪（%2），但所有核心都被占用：%3。</translation>
    </message>
    <message>
        <source>%1 had to let go of the GIL (%2) and waits until another thread has taken it.</source>
        <translation>%1 被迫放开 GIL（%2），正等另一个线程拿到它。</translation>
    </message>
    <message>
        <source>%1 waits for the GIL (%2). It is free: whoever is awake first takes it.</source>
        <translation>%1 在等 GIL（%2）。GIL 空着：谁先醒来谁拿走。</translation>
    </message>
    <message>
        <source>%1 waits for the GIL (%2). %3 has held it since %4.</source>
        <translation>%1 在等 GIL（%2）。%3 自 %4 起持有它。</translation>
    </message>
    <message>
        <source>If nobody lets go of it before, %1 asks for it at %2.</source>
        <translation>如果在那之前没有人放开，%1 会在 %2 请求它。</translation>
    </message>
    <message>
        <source>%1 waits for %2 (%3).</source>
        <translation>%1 在等 %2（%3）。</translation>
    </message>
    <message>
        <source>It is free, and %1 has been woken for it.</source>
        <translation>它空着，%1 已被唤醒去取它。</translation>
    </message>
    <message>
        <source>Nobody holds it now.</source>
        <translation>现在没有人持有它。</translation>
    </message>
    <message>
        <source>It holds it itself: it took it at %1, in line %2.</source>
        <translation>持有者正是它自己：在 %1、第 %2 行拿到的。</translation>
    </message>
    <message>
        <source>%1 took it at %2.</source>
        <translation>%1 在 %2 拿到了它。</translation>
    </message>
    <message>
        <source>%1 took it at %2, in line %3, and holds it.</source>
        <translation>%1 在 %2、第 %3 行拿到了它，一直持有。</translation>
    </message>
    <message>
        <source>%1 waits to be notified on %2 (%3).</source>
        <translation>%1 在 %2 上等待通知（%3）。</translation>
    </message>
    <message>
        <source>%1 waits for the semaphore %2 (%3). Its counter is 0.</source>
        <translation>%1 在等信号量 %2（%3）。它的计数是 0。</translation>
    </message>
    <message>
        <source>%1 waits until somebody sets the event %2 (%3).</source>
        <translation>%1 在等有人设置事件 %2（%3）。</translation>
    </message>
    <message>
        <source>%1 waits for others at the barrier %2 (%3).</source>
        <translation>%1 在屏障 %2 处等其他线程（%3）。</translation>
    </message>
    <message>
        <source>%1 waits for an item in the queue %2 (%3). It is empty.</source>
        <translation>%1 在等队列 %2 里的数据（%3）。队列是空的。</translation>
    </message>
    <message>
        <source>%1 waits for room in the queue %2 (%3). It is full.</source>
        <translation>%1 在等队列 %2 空出位置（%3）。队列已满。</translation>
    </message>
    <message>
        <source>%1 waits until all tasks of the queue %2 are done (%3).</source>
        <translation>%1 在等队列 %2 的任务全部完成（%3）。</translation>
    </message>
    <message>
        <source>%1 waits until %2 has finished (%3).</source>
        <translation>%1 在等 %2 结束（%3）。</translation>
    </message>
    <message>
        <source>%1 waits until the process %2 has ended (%3).</source>
        <translation>%1 在等进程 %2 结束（%3）。</translation>
    </message>
    <message>
        <source>At %1 it stops waiting in any case.</source>
        <translation>到 %1 无论如何不再等。</translation>
    </message>
    <message>
        <source>%1 waits for input or output (%2).</source>
        <translation>%1 在等输入或输出（%2）。</translation>
    </message>
    <message>
        <source>%1 waits in the system call %2 (%3).</source>
        <translation>%1 在系统调用 %2 中等待（%3）。</translation>
    </message>
    <message>
        <source>That ends at %1.</source>
        <translation>到 %1 结束。</translation>
    </message>
    <message>
        <source>%1 was ended by an exception at %2.</source>
        <translation>%1 在 %2 因异常而结束。</translation>
    </message>
    <message>
        <source>%1 ended together with its process at %2.</source>
        <translation>%1 在 %2 随进程一起结束。</translation>
    </message>
    <message>
        <source>%1 finished at %2.</source>
        <translation>%1 在 %2 运行完毕。</translation>
    </message>
    <message>
        <source>It has never released the lock.</source>
        <translation>它始终没有释放这把锁。</translation>
    </message>
    <message>
        <source>%1 has been created, but hasn&apos;t begun to run yet.</source>
        <translation>%1 已创建，但还没有开始运行。</translation>
    </message>
    <message>
        <source>%1 has been woken (%2) and is on its way. A core is free for it.</source>
        <translation>%1 已被唤醒（%2），马上开始运行。有空闲的核心给它。</translation>
    </message>
    <message>
        <source>%1 sleeps (%2).</source>
        <translation>%1 在睡眠（%2）。</translation>
    </message>
    <message>
        <source>%1 sleeps (%2). It wakes up at %3.</source>
        <translation>%1 在睡眠（%2）。它在 %3 醒来。</translation>
    </message>
    <message>
        <source>That closes the circle at %1. None of them can ever go on.</source>
        <translation>在 %1 处绕成了一圈。其中谁也永远无法继续。</translation>
    </message>
    <message>
        <source>Nobody is left who could do that: %1 waits for ever.</source>
        <translation>再没有谁能做这件事：%1 永远等下去。</translation>
    </message>
    <message>
        <source>%1 waits until one of its child processes has ended (%3).</source>
        <translation>%1 在等某个子进程结束（%3）。</translation>
    </message>
    <message>
        <source>%1 waits for the result of a task (%3).</source>
        <translation>%1 等待一个任务的结果（%3）。</translation>
    </message>
</context>
<context>
    <name>il::app::ChartsPage</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
    <message>
        <source>Which chart</source>
        <translation>选择图表</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>The chart&apos;s numbers as a table</source>
        <translation>以表格显示图表的数据</translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>As PNG, SVG or CSV (Ctrl+Shift+E)</source>
        <translation>导出为 PNG、SVG 或 CSV（Ctrl+Shift+E）</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>The chart&apos;s numbers</source>
        <translation>图表的数据</translation>
    </message>
</context>
<context>
    <name>il::app::CodeEditor</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>C&amp;omment or uncomment lines</source>
        <translation>注释或取消注释</translation>
    </message>
</context>
<context>
    <name>il::app::CompareDialog</name>
    <message>
        <source>Compare with…</source>
        <translation>与…对比</translation>
    </message>
    <message>
        <source>Search lessons and scripts</source>
        <translation>搜索课程和脚本</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Beside “%1”:</source>
        <translation>与“%1”并排：</translation>
    </message>
    <message>
        <source>the lesson&apos;s own</source>
        <translation>课程自带</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same script, made otherwise (%1)</source>
        <translation>同一脚本，换种方式运行（%1）</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>That is the run itself. Change one of its values, or choose another script.</source>
        <translation>这就是当前的运行。请修改某个值，或选择另一个脚本。</translation>
    </message>
</context>
<context>
    <name>il::app::Comparing</name>
    <message>
        <source>The other program runs…</source>
        <translation>正在运行另一个程序…</translation>
    </message>
    <message>
        <source>There is no format for &quot;%1&quot;.</source>
        <translation>没有适用于“%1”的格式。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>This moment…</source>
        <translation>当前时刻…</translation>
    </message>
    <message>
        <source>Every cue of both…</source>
        <translation>两者的每个要点…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>il::app::EditorPage</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Start from an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Run  Ctrl+Enter</source>
        <translation>运行  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Run the script</source>
        <translation>运行脚本</translation>
    </message>
    <message>
        <source>Next problem  F8</source>
        <translation>下一个问题  F8</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1（未保存）</translation>
    </message>
    <message>
        <source>Script %1</source>
        <translation>脚本 %1</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 个问题）</translation>
    </message>
</context>
<context>
    <name>il::app::EventModel</name>
    <message>
        <source>Time (ms)</source>
        <translation>时间（ms）</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>il::app::EventsPage</name>
    <message>
        <source>All threads</source>
        <translation>所有线程</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 / %2 个事件</translation>
    </message>
    <message>
        <source>Filter: words, names, values</source>
        <translation>筛选：文字、名称、值</translation>
    </message>
    <message>
        <source>Filter the events by text</source>
        <translation>按文字筛选事件</translation>
    </message>
    <message>
        <source>Filter the events by thread</source>
        <translation>按线程筛选事件</translation>
    </message>
    <message>
        <source>Events of the run; Enter jumps to one</source>
        <translation>本次运行的事件；按 Enter 跳转</translation>
    </message>
    <message>
        <source>Click or press Enter to jump there</source>
        <translation>单击或按 Enter 跳转到该处</translation>
    </message>
</context>
<context>
    <name>il::app::ExperimentBar</name>
    <message>
        <source>Cancel (%1 of %2)</source>
        <translation>取消（%1 / %2）</translation>
    </message>
    <message>
        <source>Run experiment</source>
        <translation>运行实验</translation>
    </message>
    <message>
        <source>What the experiment varies</source>
        <translation>实验改变的参数</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>终止值</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>测量的指标</translation>
    </message>
</context>
<context>
    <name>il::app::ExportChoices</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>当前图片</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>与画面相同</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>透明背景</translation>
    </message>
    <message>
        <source>%1 frames per second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Every cue (%1)</source>
        <translation>每个要点（%1）</translation>
    </message>
</context>
<context>
    <name>il::app::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), with numbers in their names</source>
        <translation>
            <numerusform>%n 个文件，文件名带编号</numerusform>
        </translation>
    </message>
    <message>
        <source>One file</source>
        <translation>一个文件</translation>
    </message>
    <message numerus="yes">
        <source>One file of %n page(s)</source>
        <translation>
            <numerusform>一个 %n 页的文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One film of %n second(s)</source>
        <translation>
            <numerusform>一部 %n 秒的影片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these files are there already. Replace them?</source>
        <translation>
            <numerusform>其中 %n 个文件已经存在。要替换吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>il::app::GoalList</name>
    <message>
        <source>Can you bring it about?</source>
        <translation>你能做到吗？</translation>
    </message>
    <message>
        <source>Be the scheduler</source>
        <translation>由你来调度</translation>
    </message>
    <message>
        <source>Reached: %1</source>
        <translation>已达到：%1</translation>
    </message>
    <message>
        <source>Not reached yet: %1</source>
        <translation>尚未达到：%1</translation>
    </message>
    <message>
        <source>Can you bring it about? %1 of %2 reached</source>
        <translation>你能做到吗？已达成 %1/%2</translation>
    </message>
</context>
<context>
    <name>il::app::Grip</name>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>il::app::Hints</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>il::app::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>il::app::LessonDelegate</name>
    <message>
        <source>%1: </source>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>il::app::LibraryPane</name>
    <message>
        <source>This lesson has mistakes.</source>
        <translation>这一课有错误。</translation>
    </message>
    <message numerus="yes">
        <source>%n cue(s)</source>
        <translation>
            <numerusform>%n 个要点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lesson %1, %n cue(s)</source>
        <translation>
            <numerusform>第 %1 课，%n 个要点</numerusform>
        </translation>
    </message>
    <message>
        <source>Search topics or code</source>
        <translation>搜索主题或代码</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>%1 of %2 cues seen</source>
        <translation>已看 %1 / %2 个要点</translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) begun</source>
        <translation>
            <numerusform>已开始 %n 课</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget progress</source>
        <translation>清除进度</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Nothing has all of this in it. Try fewer words, part of one, or a name from the code.</source>
        <translation>没有同时包含这些内容的课程。可以少输几个词、只输一部分，或者试试代码里的名字。</translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) found</source>
        <translation>
            <numerusform>找到 %n 个课程</numerusform>
        </translation>
    </message>
    <message>
        <source>Titles, questions, answers, cues and code, in English and Chinese (%1)</source>
        <translation>标题、问题、回答、要点和代码，中英文都可以搜（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) reached</source>
        <translation>
            <numerusform>达成 %n 个目标</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prediction(s) right</source>
        <translation>
            <numerusform>%n 次预测中 %1 次正确</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Forget what you have seen, predicted and reached</source>
        <translation>清除看过的、预测过的和达成的记录</translation>
    </message>
    <message>
        <source>Forget all progress (%1)? It can&apos;t be brought back.</source>
        <translation>要清除全部进度（%1）吗？清除后无法恢复。</translation>
    </message>
</context>
<context>
    <name>il::app::MainWindow</name>
    <message>
        <source>The library</source>
        <translation>课程库</translation>
    </message>
    <message>
        <source>There is no lesson %1.</source>
        <translation>没有第 %1 课。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>第 %1 课</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open script…</source>
        <translation>打开脚本…</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>&amp;Find a lesson</source>
        <translation>查找课程</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>课程库</translation>
    </message>
    <message>
        <source>&amp;Question and answer</source>
        <translation>问与答</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Langua&amp;ge</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>&amp;Slate</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play or pause	Space</source>
        <translation>播放或暂停	空格</translation>
    </message>
    <message>
        <source>One step &amp;forward	Right</source>
        <translation>前进一步	→</translation>
    </message>
    <message>
        <source>One step &amp;back	Left</source>
        <translation>后退一步	←</translation>
    </message>
    <message>
        <source>&amp;Next cue	Page Down</source>
        <translation>下一个要点	Page Down</translation>
    </message>
    <message>
        <source>P&amp;revious cue	Page Up</source>
        <translation>上一个要点	Page Up</translation>
    </message>
    <message>
        <source>To the &amp;start	Home</source>
        <translation>到开头	Home</translation>
    </message>
    <message>
        <source>To the &amp;end	End</source>
        <translation>到结尾	End</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause at &amp;cues</source>
        <translation>在要点处暂停</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>&amp;About Interleave</source>
        <translation>关于 Interleave</translation>
    </message>
    <message>
        <source>Present F5</source>
        <translation>放映 F5</translation>
    </message>
    <message>
        <source>Present full screen</source>
        <translation>全屏放映</translation>
    </message>
    <message>
        <source>Picture of the run</source>
        <translation>运行的画面</translation>
    </message>
    <message>
        <source>Open script</source>
        <translation>打开脚本</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Its other &amp;view	V</source>
        <translation>另一种视图(&amp;V)	V</translation>
    </message>
    <message>
        <source>&amp;Hints for a start</source>
        <translation>入门提示</translation>
    </message>
    <message>
        <source>Choose a lesson here, or open a Python script of your own with Ctrl+O.</source>
        <translation>在这里选择课程，或按 Ctrl+O 打开自己的 Python 脚本。</translation>
    </message>
    <message>
        <source>The stage shows one moment of the run. → and ← go a step forward and back, Space plays.</source>
        <translation>画面显示运行的一个时刻。→ 和 ← 前进、后退一步，空格键播放。</translation>
    </message>
    <message>
        <source>Question and answer. At some moments you are asked what will happen; the run then judges.</source>
        <translation>问题与解答。有些时刻会先问您接下来会发生什么，再由运行结果判定。</translation>
    </message>
    <message>
        <source>What the run was made with. Change it, and the program runs again.</source>
        <translation>这次运行的设置。改动之后，程序会重新运行。</translation>
    </message>
    <message>
        <source>For the class: full screen. The ? key shows all keys.</source>
        <translation>上课用：全屏放映。按 ? 键显示所有按键。</translation>
    </message>
    <message>
        <source>Change this program here, or write one of your own (Ctrl+N).</source>
        <translation>在这里修改这个程序，或者自己写一个（Ctrl+N）。</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %1 and %n more</source>
        <translation>
            <numerusform>已保存：%1 及另外 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Te&amp;xt size on the stage</source>
        <translation>画面文字大小</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>&amp;Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>&amp;Blackboard</source>
        <translation>板书</translation>
    </message>
    <message>
        <source>L&amp;arger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>恢复标准大小</translation>
    </message>
    <message>
        <source>Stop at &amp;questions</source>
        <translation>遇到问题时停下</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>When &amp;presenting</source>
        <translation>仅放映时</translation>
    </message>
    <message>
        <source>&amp;Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>P&amp;resenter view</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <source>Goal reached: %1</source>
        <translation>达到目标：%1</translation>
    </message>
    <message>
        <source>&amp;Tray</source>
        <translation>面板(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>输出(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>事件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Variables</source>
        <translation>变量(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>对比(&amp;C)…</translation>
    </message>
    <message>
        <source>Pl&amp;aylist</source>
        <translation>播放列表(&amp;A)</translation>
    </message>
    <message>
        <source>Export &amp;deck of the playlist…</source>
        <translation>导出播放列表的幻灯片(&amp;D)…</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>与另一次运行对比</translation>
    </message>
    <message>
        <source>Compare with another run (%1)</source>
        <translation>与另一次运行对比（%1）</translation>
    </message>
    <message>
        <source>Playlists (*.interleave)</source>
        <translation>播放列表 (*.interleave)</translation>
    </message>
    <message>
        <source>The run doesn&apos;t reach the cue &quot;%1&quot;.</source>
        <translation>这次运行没有到达要点“%1”。</translation>
    </message>
    <message>
        <source>The run doesn&apos;t come to line %1.</source>
        <translation>这次运行没有执行到第 %1 行。</translation>
    </message>
    <message>
        <source>No thread has started yet: step forward, then ask.</source>
        <translation>还没有线程启动。先前进一步，再来问。</translation>
    </message>
</context>
<context>
    <name>il::app::OutputPage</name>
    <message>
        <source>Exit status %1</source>
        <translation>退出状态 %1</translation>
    </message>
    <message>
        <source>The program&apos;s output so far</source>
        <translation>程序到目前为止的输出</translation>
    </message>
    <message>
        <source>Nothing printed yet.</source>
        <translation>尚无输出。</translation>
    </message>
</context>
<context>
    <name>il::app::PanelTabs</name>
    <message>
        <source>This program has nothing for this picture.</source>
        <translation>此程序没有可在该画面中显示的内容。</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>画面：%1</translation>
    </message>
    <message>
        <source>Script: %1</source>
        <translation>脚本：%1</translation>
    </message>
    <message>
        <source>Shows the same as: %1 (V)</source>
        <translation>换一种视图：%1（V）</translation>
    </message>
    <message>
        <source>Change to: %1</source>
        <translation>切换到：%1</translation>
    </message>
</context>
<context>
    <name>il::app::ParameterBar</name>
    <message>
        <source>Change it and run again</source>
        <translation>修改并重新运行</translation>
    </message>
    <message>
        <source>Threads %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <source>Cores %1</source>
        <translation>核心 %1</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Switch interval %1</source>
        <translation>切换间隔 %1</translation>
    </message>
    <message>
        <source>Switch interval</source>
        <translation>切换间隔</translation>
    </message>
    <message>
        <source>No seed</source>
        <translation>无随机种子</translation>
    </message>
    <message>
        <source>Own schedule</source>
        <translation>自定调度</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>随机种子 %1</translation>
    </message>
    <message>
        <source>Seed (0: none)</source>
        <translation>随机种子（0：无）</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Reset all changes and run again</source>
        <translation>还原所有修改并重新运行</translation>
    </message>
</context>
<context>
    <name>il::app::PlaylistPane</name>
    <message>
        <source>cue: %1</source>
        <translation>要点：%1</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>缺失：%1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name of the entry; nothing: as the lesson is called</source>
        <translation>条目名称；留空则使用课程标题</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>播放列表</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Entries of the playlist</source>
        <translation>播放列表的条目</translation>
    </message>
    <message>
        <source>Notes on this entry</source>
        <translation>该条目的备注</translation>
    </message>
    <message>
        <source>+ Lesson</source>
        <translation>+ 课程</translation>
    </message>
    <message>
        <source>Add the lesson that is shown, as it is run now</source>
        <translation>添加当前课程（连同当前的运行设置）</translation>
    </message>
    <message>
        <source>+ Cue</source>
        <translation>+ 要点</translation>
    </message>
    <message>
        <source>Add the cue that is shown, with its picture</source>
        <translation>添加当前要点（连同当前的图）</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>提前（Alt+↑）</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>推后（Alt+↓）</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名（F2）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>移除（Del）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a playlist</source>
        <translation>打开播放列表</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the playlist</source>
        <translation>保存播放列表</translation>
    </message>
    <message>
        <source>Export deck…</source>
        <translation>导出幻灯片…</translation>
    </message>
    <message>
        <source>Export pictures of all entries</source>
        <translation>导出所有条目的图片</translation>
    </message>
</context>
<context>
    <name>il::app::Playlists</name>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Save the playlist</source>
        <translation>保存播放列表</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>讲课</translation>
    </message>
    <message>
        <source>Playlists (*.interleave)</source>
        <translation>播放列表 (*.interleave)</translation>
    </message>
    <message>
        <source>Playlist</source>
        <translation>播放列表</translation>
    </message>
    <message>
        <source>Save the changes to the playlist?</source>
        <translation>保存对播放列表的修改吗？</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>The run doesn&apos;t reach the cue &quot;%1&quot;.</source>
        <translation>这次运行没有到达要点“%1”。</translation>
    </message>
    <message>
        <source>Nothing is shown that could be added.</source>
        <translation>当前没有可添加的内容。</translation>
    </message>
    <message>
        <source>No cue has been reached yet. Page Down goes to the next one.</source>
        <translation>尚未到达任何要点。按 Page Down 前往下一个。</translation>
    </message>
    <message>
        <source>Open a playlist</source>
        <translation>打开播放列表</translation>
    </message>
    <message>
        <source>The playlist is empty. Add a lesson to it first.</source>
        <translation>播放列表是空的。请先添加课程。</translation>
    </message>
    <message>
        <source>Export deck</source>
        <translation>导出幻灯片</translation>
    </message>
    <message>
        <source>There is no format for &quot;%1&quot;.</source>
        <translation>没有适用于“%1”的格式。</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>正在导出 %1…</translation>
    </message>
    <message>
        <source>Not in the deck: %1</source>
        <translation>未包含在幻灯片中：%1</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %1 (%n slide(s))</source>
        <translation>
            <numerusform>已保存：%1（%n 张幻灯片）</numerusform>
        </translation>
    </message>
    <message>
        <source>The playlist of the last time can&apos;t be opened. %1</source>
        <translation>上次的播放列表无法打开。%1</translation>
    </message>
</context>
<context>
    <name>il::app::PredictionBox</name>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>In this run none of them holds.</source>
        <translation>本次运行中没有一项成立。</translation>
    </message>
    <message>
        <source>The run says: %1</source>
        <translation>运行结果：%1</translation>
    </message>
    <message>
        <source>The run agrees with you.</source>
        <translation>运行结果与您的预测一致。</translation>
    </message>
</context>
<context>
    <name>il::app::Presentation</name>
    <message>
        <source>Interleave, presentation</source>
        <translation>Interleave 放映</translation>
    </message>
</context>
<context>
    <name>il::app::PresenterView</name>
    <message>
        <source>Cue %1 of %2</source>
        <translation>要点 %1 / %2</translation>
    </message>
    <message>
        <source>Next: the end of the run</source>
        <translation>接下来：运行结束</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>接下来：%1</translation>
    </message>
    <message>
        <source>Only you see this: none of the options holds in this run.</source>
        <translation>仅您可见：本次运行中没有一项成立。</translation>
    </message>
    <message>
        <source>Only you see this: %1</source>
        <translation>仅您可见：%1</translation>
    </message>
    <message>
        <source>Interleave, presenter view</source>
        <translation>Interleave 演讲者视图</translation>
    </message>
    <message>
        <source>Pause timer</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>归零</translation>
    </message>
    <message>
        <source>Reset timer</source>
        <translation>计时归零</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>交换屏幕</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>结束放映</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>当前画面</translation>
    </message>
    <message>
        <source>Picture of what is on the stage</source>
        <translation>当前画面的缩略图</translation>
    </message>
    <message>
        <source>Picture of the next cue</source>
        <translation>下一个要点的画面</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>计时器</translation>
    </message>
</context>
<context>
    <name>il::app::ProblemPage</name>
    <message numerus="yes">
        <source>%1 can&apos;t be shown: %n problem(s)</source>
        <translation>
            <numerusform>无法显示 %1：%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
</context>
<context>
    <name>il::app::QaPane</name>
    <message>
        <source>Correction:</source>
        <translation>勘误：</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>问与答</translation>
    </message>
</context>
<context>
    <name>il::app::SchedulerMenu</name>
    <message>
        <source>S&amp;chedule</source>
        <translation>调度(&amp;C)</translation>
    </message>
    <message>
        <source>You are the &amp;scheduler</source>
        <translation>由你来调度(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo the last choice</source>
        <translation>撤销上一次选择(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Leave the rest to the system</source>
        <translation>其余交给系统(&amp;L)</translation>
    </message>
    <message>
        <source>Sa&amp;ve this schedule…</source>
        <translation>保存这个调度(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Replay a saved one</source>
        <translation>重放已保存的调度(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy this schedule as text</source>
        <translation>把这个调度复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste a schedule and replay it</source>
        <translation>粘贴并重放一个调度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Why is a thread where it is?</source>
        <translation>某个线程为什么在这里？(&amp;W)</translation>
    </message>
    <message>
        <source>This is no schedule: %1</source>
        <translation>这不是调度：%1</translation>
    </message>
    <message>
        <source>None is saved for this script</source>
        <translation>这个脚本还没有保存的调度</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Save the schedule</source>
        <translation>保存调度</translation>
    </message>
    <message>
        <source>What it is to be called:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
</context>
<context>
    <name>il::app::ScriptEditor</name>
    <message>
        <source>new script.py</source>
        <translation>新脚本.py</translation>
    </message>
    <message>
        <source>Copy of %1.py</source>
        <translation>%1 的副本.py</translation>
    </message>
    <message>
        <source>Mend what is marked first.</source>
        <translation>请先改正标出的问题。</translation>
    </message>
    <message>
        <source>Save script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>“%1”有未保存的修改。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 has changed on disk, and you have changes here that are not saved.</source>
        <translation>“%1”在磁盘上已被修改，而您在这里也有未保存的修改。</translation>
    </message>
    <message>
        <source>Take the one on disk</source>
        <translation>使用磁盘上的版本</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的修改</translation>
    </message>
    <message>
        <source>%1 has changed on disk and was read again.</source>
        <translation>“%1”在磁盘上已被修改，现已重新读取。</translation>
    </message>
    <message>
        <source>Unsaved work can&apos;t be kept for the next start: the disk may be full.</source>
        <translation>无法为下次启动保留未保存的修改：磁盘可能已满。</translation>
    </message>
    <message>
        <source>There is unsaved work on %1, from %2.</source>
        <translation>“%1”有未保存的修改，时间：%2。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>&amp;New script</source>
        <translation>新建脚本</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>New from e&amp;xample</source>
        <translation>从示例新建</translation>
    </message>
    <message>
        <source>Open recen&amp;t</source>
        <translation>最近打开的脚本</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Edit this script, or back</source>
        <translation>编辑这个脚本／返回</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>&amp;Comment or uncomment lines</source>
        <translation>注释或取消注释</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Change this program, or write one of your own (Ctrl+T)</source>
        <translation>修改这个程序，或者自己写一个（Ctrl+T）</translation>
    </message>
    <message>
        <source>Edit the script</source>
        <translation>编辑脚本</translation>
    </message>
</context>
<context>
    <name>il::app::Scrubber</name>
    <message>
        <source>%1 of %2, step %3 of %4</source>
        <translation>%1，共 %2；第 %3 步，共 %4 步</translation>
    </message>
</context>
<context>
    <name>il::app::TransportBar</name>
    <message>
        <source>Previous cue</source>
        <translation>上一个要点</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation>下一个要点</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Place in the run</source>
        <translation>运行中的位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pause at cues</source>
        <translation>在要点处暂停</translation>
    </message>
</context>
<context>
    <name>il::app::TrayPane</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1（Ctrl+%2）</translation>
    </message>
    <message>
        <source>Tray: %1</source>
        <translation>面板：%1</translation>
    </message>
    <message>
        <source>Show or hide the tray</source>
        <translation>显示或隐藏面板</translation>
    </message>
    <message>
        <source>Height of the tray</source>
        <translation>面板高度</translation>
    </message>
    <message>
        <source>Pull to change the height</source>
        <translation>拖动以改变高度</translation>
    </message>
</context>
<context>
    <name>il::app::TwinsPage</name>
    <message>
        <source>Interleave, presentation</source>
        <translation>Interleave 放映</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>首个差异</translation>
    </message>
    <message>
        <source>To the moment at which the runs part</source>
        <translation>前往两次运行开始分叉的时刻</translation>
    </message>
    <message>
        <source>Change sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>换一个…</translation>
    </message>
    <message>
        <source>Compare with something else</source>
        <translation>改与其他运行对比</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export both as one picture</source>
        <translation>把两者导出为一张图</translation>
    </message>
    <message>
        <source>Present F5</source>
        <translation>放映 F5</translation>
    </message>
    <message>
        <source>Present full screen</source>
        <translation>全屏放映</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the one run</source>
        <translation>返回单次运行</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Pictures of both runs</source>
        <translation>两次运行的画面</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Each its own picture</source>
        <translation>各用各的画面</translation>
    </message>
    <message>
        <source>Both runs do the same.</source>
        <translation>两次运行完全相同。</translation>
    </message>
    <message>
        <source>Only runs of the same program can be followed to where they part.</source>
        <translation>只有同一程序的两次运行才能找到分叉之处。</translation>
    </message>
</context>
<context>
    <name>il::app::ValuePopup</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>il::app::VariablesPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>By</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Variables at the moment shown</source>
        <translation>当前时刻的变量</translation>
    </message>
    <message>
        <source>A run records what threads share, their copies of it and the locals that carry these; other locals aren&apos;t recorded.</source>
        <translation>运行记录包含线程共享的变量、各线程持有的副本以及承载副本的局部变量；其他局部变量未被记录。</translation>
    </message>
    <message>
        <source>Shared by threads</source>
        <translation>线程共享</translation>
    </message>
    <message>
        <source>just written</source>
        <translation>刚写入</translation>
    </message>
    <message>
        <source>lost updates: %1</source>
        <translation>丢失的更新：%1</translation>
    </message>
    <message>
        <source>%1, write no. %2</source>
        <translation>%1，第 %2 次写入</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>out of date: a write now loses an update</source>
        <translation>已过期：此时写入会丢失更新</translation>
    </message>
    <message>
        <source>just read or set</source>
        <translation>刚读取或设置</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>of write no. %1</source>
        <translation>来自第 %1 次写入</translation>
    </message>
    <message>
        <source>made from the copy</source>
        <translation>由副本得出</translation>
    </message>
    <message>
        <source>held</source>
        <translation>持有</translation>
    </message>
</context>
<context>
    <name>il::app::WhyPopup</name>
    <message>
        <source>Why? %1 at %2</source>
        <translation>为什么？%1，在 %2</translation>
    </message>
</context>
</TS>
