# SPDX-License-Identifier: MIT
"""The elements of a chart that may be in a copy, in the order of the schema (ECMA-376, part 1, 21.2). Others go."""

from __future__ import annotations

from functools import cache

from reviewer.redaction.docx.grammar import Rule, parsed

_AXIS = """
    axId val:axis
    scaling > scaling
    delete val:on
    axPos val:side
    majorGridlines > shape
    minorGridlines > shape
    title > title
    numFmt formatCode:format sourceLinked:on
    majorTickMark val:tick
    minorTickMark val:tick
    tickLblPos val:label_place
    spPr > look
    txPr > words
    crossAx val:axis
    crosses val:crosses
    crossesAt val:number
    """
_LABEL = """
    delete val:on
    numFmt formatCode:format sourceLinked:on
    spPr > look
    txPr > words
    dLblPos val:place
    showLegendKey val:on
    showVal val:on
    showCatName val:on
    showSerName val:on
    showPercent val:on
    showBubbleSize val:on
    separator > separator
    """
_FRAME = """
    spPr > look
    txPr > words
    """
_SERIES = """
    varyColors val:on
    ser* > ser
    dLbls > dLbls
    """
_AXES = "axId* val:axis"

_TABLES = {
    "chartSpace": f"""
        date1904 val:on
        roundedCorners val:on
        style val:small
        chart > chart
        {_FRAME}""",
    "chart": """
        title > title
        autoTitleDeleted val:on
        view3D > view3D
        floor > wall
        sideWall > wall
        backWall > wall
        plotArea > plotArea
        legend > legend
        plotVisOnly val:on
        dispBlanksAs val:blanks""",
    "title": f"""
        tx > tx
        layout > layout
        overlay val:on
        {_FRAME}""",
    "view3D": """
        rotX val:small
        hPercent val:small
        rotY val:small
        depthPercent val:small
        rAngAx val:on
        perspective val:small""",
    "wall": """
        thickness val:small
        spPr > look""",
    "plotArea": """
        layout > layout
        areaChart* > areaChart
        area3DChart* > areaChart
        barChart* > barChart
        bar3DChart* > barChart
        lineChart* > lineChart
        line3DChart* > lineChart
        stockChart* > stockChart
        radarChart* > radarChart
        scatterChart* > scatterChart
        pieChart* > pieChart
        pie3DChart* > pieChart
        doughnutChart* > pieChart
        ofPieChart* > ofPieChart
        bubbleChart* > bubbleChart
        valAx* > valAx
        catAx* > catAx
        dateAx* > dateAx
        serAx* > serAx
        dTable > dTable
        spPr > look""",
    "areaChart": f"""
        grouping val:grouping
        {_SERIES}
        dropLines > shape
        gapDepth val:small
        {_AXES}""",
    "barChart": f"""
        barDir val:direction
        grouping val:grouping
        {_SERIES}
        gapWidth val:small
        gapDepth val:small
        overlap val:small
        serLines* > shape
        shape val:solid
        {_AXES}""",
    "lineChart": f"""
        grouping val:grouping
        {_SERIES}
        dropLines > shape
        gapDepth val:small
        hiLowLines > shape
        upDownBars > upDownBars
        marker val:on
        smooth val:on
        {_AXES}""",
    "stockChart": f"""
        ser* > ser
        dLbls > dLbls
        dropLines > shape
        hiLowLines > shape
        upDownBars > upDownBars
        {_AXES}""",
    "radarChart": f"""
        radarStyle val:radar
        {_SERIES}
        {_AXES}""",
    "scatterChart": f"""
        scatterStyle val:scatter
        {_SERIES}
        {_AXES}""",
    "pieChart": f"""
        {_SERIES}
        firstSliceAng val:small
        holeSize val:small""",
    "ofPieChart": f"""
        ofPieType val:of_pie
        {_SERIES}
        gapWidth val:small
        splitType val:split
        splitPos val:number
        secondPieSize val:small
        serLines* > shape""",
    "bubbleChart": f"""
        {_SERIES}
        bubble3D val:on
        bubbleScale val:small
        showNegBubbles val:on
        sizeRepresents val:bubble
        {_AXES}""",
    "upDownBars": """
        gapWidth val:small
        upBars > shape
        downBars > shape""",
    "ser": """
        idx val:small
        order val:small
        tx > name
        spPr > look
        invertIfNegative val:on
        marker > marker
        explosion val:small
        dPt* > dPt
        dLbls > dLbls
        trendline* > trendline
        cat > data
        val > data
        xVal > data
        yVal > data
        smooth val:on
        bubbleSize > data
        bubble3D val:on
        shape val:solid""",
    "marker": """
        symbol val:symbol
        size val:small
        spPr > look""",
    "dPt": """
        idx val:small
        invertIfNegative val:on
        marker > marker
        bubble3D val:on
        explosion val:small
        spPr > look""",
    "dLbls": f"""
        dLbl* > dLbl
        {_LABEL}
        showLeaderLines val:on
        leaderLines > shape""",
    "dLbl": f"""
        idx val:small
        layout > layout
        tx > tx
        {_LABEL}""",
    "trendline": """
        name > name
        spPr > look
        trendlineType val:trend
        order val:small
        period val:small
        forward val:number
        backward val:number
        intercept val:number
        dispRSqr val:on
        dispEq val:on""",
    "scaling": """
        logBase val:number
        orientation val:orientation
        max val:number
        min val:number""",
    "valAx": f"""
        {_AXIS}
        crossBetween val:between
        majorUnit val:number
        minorUnit val:number
        dispUnits > dispUnits""",
    "catAx": f"""
        {_AXIS}
        auto val:on
        lblAlgn val:alignment
        lblOffset val:small
        tickLblSkip val:small
        tickMarkSkip val:small
        noMultiLvlLbl val:on""",
    "dateAx": f"""
        {_AXIS}
        auto val:on
        lblOffset val:small
        baseTimeUnit val:time
        majorUnit val:number
        majorTimeUnit val:time
        minorUnit val:number
        minorTimeUnit val:time""",
    "serAx": f"""
        {_AXIS}
        tickLblSkip val:small
        tickMarkSkip val:small""",
    "dispUnits": """
        custUnit val:number
        builtInUnit val:unit
        dispUnitsLbl > title""",
    "legend": f"""
        legendPos val:side
        legendEntry* > legendEntry
        layout > layout
        overlay val:on
        {_FRAME}""",
    "legendEntry": """
        idx val:small
        delete val:on""",
    "layout": "manualLayout > manualLayout",
    "manualLayout": """
        layoutTarget val:target
        xMode val:mode
        yMode val:mode
        wMode val:mode
        hMode val:mode
        x val:number
        y val:number
        w val:number
        h val:number""",
    "dTable": f"""
        showHorzBorder val:on
        showVertBorder val:on
        showOutline val:on
        showKeys val:on
        {_FRAME}""",
    "shape": "spPr > look",
}


@cache
def chart_rules(table: str) -> tuple[Rule, ...]:
    """The allowed children of one element of a chart, in the order in which they are written."""
    return parsed(_TABLES[table])
